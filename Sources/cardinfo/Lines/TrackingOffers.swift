import CardState
import Carriers
import FoundationEssentials
import Ledger
import Renewal

extension TrackingOffer {
  /// An offer for each line that is not tracked, in the order of the card.
  static func all(for lines: [LineOnCard], on card: CardSnapshot) -> [TrackingOffer] {
    let untracked = lines.filter { $0.tracked == nil && $0.former == nil }
    return untracked.map { TrackingOffer($0.iccid, on: card, of: untracked.count) }
  }

  /// An offer for each line on a card that a ledger has not; for each of them without a ledger.
  static func all(
    on card: CardSnapshot, besides ledger: Ledger?
  ) throws(LedgerError) -> [TrackingOffer] {
    var untracked: [LineOnCard] = []
    for iccid in card.lineICCIDs {
      guard try ledger?.line(iccid: iccid) == nil else { continue }
      untracked.append(LineOnCard(iccid: iccid))
    }
    return all(for: untracked, on: card)
  }

  private init(_ iccid: String, on card: CardSnapshot, of untracked: Int) {
    let profile = card.euiccs.compactMap(\.profiles).joined().first { $0.iccid == iccid }
    let identity =
      iccid == card.iccid
      ? CardIdentity(card) : profile.map { CardIdentity($0) } ?? CardIdentity()
    // What the card says of itself is of its profile in use.
    let own = iccid == card.iccid ? card.subscriber?.spn : nil
    let names = [profile?.nickname, profile?.serviceProvider, own, profile?.name]
    let carrier = Self.carrier(of: identity)
    // What is only perhaps a carrier's card does not live by its rule for sure.
    let isSure = CardCarriers.Guess(identity, in: CarrierFiles.known.book)?.doubt == nil
    self.init(
      untracked: untracked, iccid: iccid,
      name: names.compactMap { $0 }.first { !$0.isEmpty }, carrier: carrier?.id,
      rule: carrier.flatMap { isSure && $0.rules.count == 1 ? $0.rules.first : nil },
      numbers: iccid == card.iccid ? card.subscriber?.msisdns ?? [] : [],
      plan: profile?.name, provider: profile?.serviceProvider)
  }

  /// The likeliest carrier, if it is one.
  private static func carrier(of identity: CardIdentity) -> Carrier? {
    let candidates = CarrierFiles.known.book.candidates(for: identity)
    let likely = candidates.filter { $0.score == candidates.first?.score }
    return likely.count == 1 ? likely.first?.carrier : nil
  }

  /// How long the plan lasts, as its name says.
  var term: Period? {
    // Most names give none: the languages need not be read for those.
    guard let plan, plan.contains(where: \.isNumber), let today = CalendarDay(Date(), in: .current)
    else { return nil }
    return LineHome.reader.term(ofPlan: plan, on: today)
  }
}
