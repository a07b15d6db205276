import CardState
import Synchronization

/// What earlier reads found out about a card, for reads that need not find it out again.
///
/// Asked on the threads on which cards are read; whoever is asked stands behind a lock.
final class CardMemory: Sendable {
  private let isPlain: Mutex<(CardSnapshot) -> Bool>

  /// - Parameter isPlain: Whether a card, as far as it was read, is known to be no eUICC.
  init(isPlain: sending @escaping (CardSnapshot) -> Bool) { self.isPlain = Mutex(isPlain) }

  /// Whether the card is known to be no eUICC.
  func knowsAsPlain(_ card: CardSnapshot) -> Bool { isPlain.withLock { $0(card) } }
}
