import ArgumentParser
import Ledger
import Renewal

/// What a shell offers for what is said of lines.
enum LineCompletion {
  /// The names of the lines that are tracked.
  static let lines = CompletionKind.custom { _, _, _ in
    guard let ledger = try? LedgerOptions.parse([]).openIfThere() else { return [] }
    return (try? ledger.names()) ?? []
  }

  /// What can be bought.
  static let plans = CompletionKind.list(Line.Plan.allCases.map(\.rawValue))
}
