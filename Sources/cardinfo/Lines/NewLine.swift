import CardState
import Ledger
import Renewal

extension Line {
  /// A line that a card has and nobody tracks yet: called as its profile or its provider is, of its carrier
  /// and under its rule where there is only one, and valid for as long as its plan's name says.
  init(_ offer: TrackingOffer, in ledger: Ledger) throws(LedgerError) {
    self.init(
      id: offer.iccid, name: try ledger.freeName(offer.name ?? "…" + offer.iccid.suffix(4)))
    iccid = offer.iccid
    carrier = offer.carrier
    rule = offer.rule
    numbers = offer.numbers.filter { PhoneNumber($0) != nil }
    if let term = offer.term { take(Validity(term)) }
  }
}

extension Ledger {
  /// A name, with a number where a line is called that.
  func freeName(_ name: String) throws(LedgerError) -> String {
    var free = name
    var count = 1
    while try isTaken(name: free) {
      count += 1
      free = "\(name) \(count)"
    }
    return free
  }
}
