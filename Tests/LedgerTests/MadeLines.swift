import CardState
import Foundation
import Renewal

/// Sebastiano Vigna's SplitMix64: the same seed, the same tests.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func one<Element>(of elements: [Element]) -> Element? {
    elements.randomElement(using: &self)
  }

  /// A line with a shipped rule, or with clocks of its own: some that debit, chain, or end by the
  /// hour.
  mutating func line(number: Int, rules: RuleBook) -> Line {
    var line = Line(id: "line \(number)", name: "Line \(number)")
    if Bool.random(using: &self) {
      line.iccid = "89440000000000\(10_000 + number)"
    }
    if Int.random(in: 0..<3, using: &self) > 0 {
      line.rule = one(of: rules.rules.map(\.id))
    } else {
      line.clocks = clocks()
    }
    line.billingDay = Int.random(in: 1...31, using: &self)
    guard let pounds = Currency(rawValue: "GBP") else { return line }
    if Int.random(in: 0..<3, using: &self) == 0 {
      line.subscription = Subscription(
        fee: Money(10, pounds), every: period(), one(of: Subscription.Renewal.allCases) ?? .balance)
    }
    if Int.random(in: 0..<4, using: &self) == 0 { line.dayRate = Money(1, pounds) }
    if Int.random(in: 0..<4, using: &self) == 0 { line.lowBalance = Money(20, pounds) }
    line.leadDays = one(of: [nil, 0, 10] as [Int?]) ?? nil
    line.plan = one(of: [nil, .data, .payAsYouGo] as [Line.Plan?]) ?? nil
    return line
  }

  private mutating func clocks() -> [Clock] {
    var clock = Clock(
      id: "number", .number, anchor: [.activation, .lastTopUp], period: period())
    clock.renewFrom = one(of: RenewFrom.allCases) ?? .event
    clock.boundary = Bool.random(using: &self) ? .instant : .endOfDay
    clock.firstDayCounts = Bool.random(using: &self)
    clock.zone = one(of: ["Pacific/Apia", "Pacific/Pago_Pago", "Asia/Kolkata"]).flatMap {
      Zone($0)
    }
    if Bool.random(using: &self), let pounds = Currency(rawValue: "GBP") {
      clock.auto = .debit(Money(5, pounds), Period(1, .month))
    }
    if Bool.random(using: &self) {
      clock.stages = [
        Stage(.grace, for: period(), recoverBy: .topUp),
        Stage(.suspended, for: Period(36, .hour), recoverBy: .topUp),
        Stage(.quarantined, for: Period(20, .day), recoverBy: .contact),
      ]
    }
    guard Bool.random(using: &self) else { return [clock] }
    let other = Clock(
      id: "service", .service, anchor: [.clockEnd("number", plusDays: 3)], period: period())
    return [clock, other]
  }

  private mutating func period() -> Period {
    one(of: [
      Period(30, .hour), Period(3, .day), Period(30, .day), Period(6, .month), Period(1, .year),
    ]) ?? Period(1, .day)
  }

  /// An event some days before or after a moment.
  mutating func event(near now: Date, number: Int) -> Event {
    let kinds: [Event.Kind] = [
      .purchase, .install, .activation, .firstData, .topUp, .topUp, .topUp, .pack, .exhausted,
      .balance, .balance, .use, .outgoingCall, .notice, .reinstated, .cancel, .undo, .firstAttach,
      .renewal, .charge, .refund, .transferIn, .transferOut, .declined, .suspension, .resumption,
      .barredForDebt,
    ]
    let when = now.addingTimeInterval(Double(Int.random(in: -2000...300, using: &self)) * 1800)
    let day = CalendarDay(String(when.formatted(.iso8601).prefix(10)))
    let onDay = Bool.random(using: &self) ? day.map(Occurrence.day) : nil
    var event = Event(
      id: "event \(number)", one(of: kinds) ?? .topUp, on: onDay ?? .moment(when), recordedAt: now)
    if event.kind == .cancel, Int.random(in: 0..<4, using: &self) > 0 { event.kind = .topUp }
    let currency = one(of: ["GBP", "HKD", "EUR", "JPY"]).flatMap { Currency(rawValue: $0) }
    if let currency {
      event.amount = Money(Decimal(Int.random(in: 0...60, using: &self)), currency)
    }
    if Bool.random(using: &self) { event.term = period() }
    if event.kind == .notice { event.date = day }
    if event.kind == .suspension, Bool.random(using: &self) {
      event.date = day?.adding(Period(40, .day))
    }
    if event.kind == .undo { event.undoes = "event \(Int.random(in: 0...24, using: &self))" }
    return event
  }

  /// A read of a card, with traces of use or of refusal.
  mutating func card(_ iccid: String, at now: Date) -> CardSnapshot {
    var card = CardSnapshot(
      readAt: now, reader: .init(name: "Made", index: 0), atr: "3B00", protocol: "T=0")
    card.iccid = iccid
    card.kind = .usim
    var registration = Registration(homePLMNs: ["23410"])
    registration.forbiddenPLMNs = Bool.random(using: &self) ? ["23410"] : []
    let status = one(of: [Registration.Status.updated, .roamingNotAllowed]) ?? .updated
    registration.eps = Registration.Domain(status, plmn: "23410", hasIdentity: status == .updated)
    card.registration = registration
    return card
  }
}
