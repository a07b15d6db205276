import CardState
import Carriers

extension TrackingOffer {
  /// An offer for each line that is not tracked, in the order of the card.
  static func all(for lines: [LineOnCard], on card: CardSnapshot) -> [TrackingOffer] {
    let untracked = lines.filter { $0.tracked == nil && $0.former == nil }
    return untracked.map { TrackingOffer($0.iccid, on: card, of: untracked.count) }
  }

  private init(_ iccid: String, on card: CardSnapshot, of untracked: Int) {
    let profile = card.euiccs.compactMap(\.profiles).joined().first { $0.iccid == iccid }
    let identity =
      iccid == card.iccid
      ? CardIdentity(card) : profile.map { CardIdentity($0) } ?? CardIdentity()
    // What the card says of itself is of its profile in use.
    let own = iccid == card.iccid ? card.subscriber?.spn : nil
    let names = [profile?.nickname, profile?.serviceProvider, own, profile?.name]
    self.init(
      untracked: untracked, iccid: iccid,
      name: names.compactMap { $0 }.first { !$0.isEmpty }, rule: Self.rule(of: identity),
      numbers: iccid == card.iccid ? card.subscriber?.msisdns ?? [] : [])
  }

  /// The rule of the likeliest carrier, if it is one carrier with one rule.
  private static func rule(of identity: CardIdentity) -> String? {
    let candidates = CarrierFiles.known.book.candidates(for: identity)
    let likely = candidates.filter { $0.score == candidates.first?.score }
    guard likely.count == 1, let rules = likely.first?.carrier.rules else { return nil }
    return rules.count == 1 ? rules.first : nil
  }
}
