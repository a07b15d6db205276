import ArgumentParser
import PCSC
import VirtualCard

/// What a shell offers for cards and readers. No card is touched for it.
enum CardCompletion {
  /// The names of the readers, or nothing where the service that knows them does not answer at once.
  static let readers = CompletionKind.custom { _, _, _ in
    let states = try? PCSCContext(Patience(whileHeld: .zero, forAnswer: .seconds(1))).readerStates()
    return (states ?? []).map(\.name)
  }

  /// The built-in cards.
  static let virtualCards = CompletionKind.list(NamedCard.catalog.map(\.name))
}
