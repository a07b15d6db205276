import ArgumentParser
import Carriers
import Ledger
import Renewal
import Words

/// What a shell offers for carriers and their rules.
enum CarrierCompletion {
  /// The carriers that are known.
  static let carriers = CompletionKind.custom { _, _, _ in
    CarrierFiles.known.book.carriers.map(\.id)
  }

  /// The rules that a line can live by.
  static let rules = CompletionKind.custom { _, _, _ in CarrierFiles.rules.rules.map(\.id) }
}

extension CarrierBook {
  /// The identifiers of carriers that are called nearly so.
  func near(_ name: String) -> [Carrier.ID] {
    NearNames.items(carriers, like: name) { [$0.id] + $0.names.all + $0.aliases }.map(\.id)
  }
}
