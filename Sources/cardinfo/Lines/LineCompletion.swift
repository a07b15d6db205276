import ArgumentParser
import Carriers
import Ledger
import Renewal

/// What a shell offers for what is said of lines.
enum LineCompletion {
  /// The names of the lines that are tracked.
  static let lines = CompletionKind.custom { _, _, _ in
    guard let ledger = try? LedgerOptions.parse([]).openIfThere() else { return [] }
    return (try? ledger.names()) ?? []
  }

  /// The rules that a line can live by.
  static let rules = CompletionKind.custom { _, _, _ in CarrierFiles.rules.rules.map(\.id) }

  /// The carriers that are known.
  static let carriers = CompletionKind.custom { _, _, _ in
    CarrierFiles.known.book.carriers.map(\.id)
  }

  /// What can be bought.
  static let plans = CompletionKind.list(Line.Plan.allCases.map(\.rawValue))
}
