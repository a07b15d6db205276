import CardState
import Ledger
import Renewal

extension Line {
  /// A line that a card has and nobody tracks yet: called as its profile or its provider is, under the
  /// rule of its carrier where there is only one.
  init(_ offer: TrackingOffer, in ledger: Ledger) throws(LedgerError) {
    self.init(id: offer.iccid, name: try Self.freeName(offer, ledger))
    iccid = offer.iccid
    rule = offer.rule
    numbers = offer.numbers.filter { PhoneNumber($0) != nil }
  }

  /// What a line is called, with a number where another one is called that.
  private static func freeName(
    _ offer: TrackingOffer, _ ledger: Ledger
  ) throws(LedgerError) -> String {
    let name = offer.name ?? "…" + offer.iccid.suffix(4)
    var free = name
    var count = 1
    while try ledger.isTaken(name: free) {
      count += 1
      free = "\(name) \(count)"
    }
    return free
  }
}
