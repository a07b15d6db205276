import ArgumentParser
import Card
import CardState
import Ledger

/// What a shell offers for profiles.
enum ProfileCompletion {
  /// How profiles are called: those of built-in cards that are named before, else those that were there
  /// when the ledger last saw their card. No card in a reader is asked for it.
  static let profiles = CompletionKind.custom { words, _, _ in
    names(on: virtualCards(in: words) ?? knownCards())
  }

  /// Each name once. Two profiles of one name have to be told apart by their ICCIDs.
  static func names(on cards: [CardSnapshot]) -> [String] {
    let profiles = cards.flatMap(\.euiccs).compactMap(\.profiles).joined()
    return profiles.compactMap(\.calledName).reduce(into: []) { names, name in
      if !name.isEmpty, name.unicodeScalars.allSatisfy(Terminal.isHarmless), !names.contains(name) {
        names.append(name)
      }
    }
  }

  private static func virtualCards(in words: [String]) -> [CardSnapshot]? {
    let named = zip(words, words.dropFirst()).filter { $0.0 == "--virtual" }.map(\.1)
    guard !named.isEmpty else { return nil }
    let document = try? CardOptions.parse(named.flatMap { ["--virtual", $0] }).read(
      ReadingPlan(asking: [.profiles]))
    return document?.cards.map(\.card) ?? []
  }

  private static func knownCards() -> [CardSnapshot] {
    guard let ledger = try? LedgerOptions.parse([]).openIfThere() else { return [] }
    return (try? ledger.latestReads(limit: 20)) ?? []
  }
}
