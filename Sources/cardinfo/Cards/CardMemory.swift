import CardState
import Synchronization

/// What earlier reads found out about a card, for reads that need not find it out again.
///
/// Asked on the threads on which cards are read; whoever is asked stands behind a lock.
final class CardMemory: Sendable {
  /// A function that is bare in a `Mutex` gets another wrapper around it by each call.
  private struct Asked {
    let isPlain: (CardSnapshot) -> Bool
  }

  private let asked: Mutex<Asked>

  /// - Parameter isPlain: Whether a card, as far as it was read, is known to be no eUICC.
  init(isPlain: sending @escaping (CardSnapshot) -> Bool) { asked = Mutex(Asked(isPlain: isPlain)) }

  /// Whether the card is known to be no eUICC.
  func knowsAsPlain(_ card: CardSnapshot) -> Bool { asked.withLock { $0.isPlain(card) } }
}
