import FoundationEssentials
import Renewal
import Testing

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

  mutating func day() -> String { CivilDay.random(using: &self).text }

  mutating func period() -> Period {
    let unit = one(of: [Period.Unit.day, .month, .year]) ?? .day
    return Period(
      Int.random(in: 1...(unit == .day ? 200 : unit == .month ? 14 : 2), using: &self), unit)
  }

  mutating func clock(renewFrom: RenewFrom) -> Clock {
    var clock = Clock(
      id: "number", .number, anchor: [.activation, .lastTopUp], period: period())
    clock.renewFrom = renewFrom
    clock.firstDayCounts = false
    clock.zone = Zone(one(of: zones) ?? "UTC")
    clock.stages = one(of: stageLists)
    return clock
  }
}

private let zones = [
  "UTC", "Europe/London", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Kiritimati",
  "Pacific/Pago_Pago", "Pacific/Apia", "-05:00",
]

private let stageLists: [[Stage]] = [
  [], [Stage(.quarantined, for: nil, recoverBy: .contact)],
  [
    Stage(.grace, for: Period(1, .month), recoverBy: .topUp),
    Stage(.suspended, for: Period(30, .day), effects: [.outgoingBarred], recoverBy: .topUp),
    Stage(.quarantined, for: Period(90, .day), recoverBy: .contact),
  ],
]

/// A line with a shipped rule or a clock of its own, and a life of random events.
struct MadeLine: CustomStringConvertible {
  var line: Line
  var events: [Event]
  let book: RuleBook

  init(_ random: inout SplitMix) throws {
    book = try shipped()
    line = Line(id: "made", name: "made")
    if Bool.random(using: &random) {
      line.rule = random.one(of: book.rules.map(\.id))
    } else {
      line.clocks = [random.clock(renewFrom: random.one(of: RenewFrom.allCases) ?? .event)]
    }
    line.billingDay = Int.random(in: 1...31, using: &random)
    let kinds: [Event.Kind] = [
      .purchase, .install, .activation, .firstAttach, .firstData, .topUp, .topUp, .topUp, .pack,
      .exhausted, .balance, .use, .outgoingCall, .incomingSMS, .data, .notice, .reinstated,
      .profileDisabled, .undo, .renewal, .charge, .declined,
    ]
    if Int.random(in: 0..<3, using: &random) == 0 {
      line.subscription = Subscription(
        fee: money("10 GBP"), every: random.period(),
        random.one(of: Subscription.Renewal.allCases) ?? .balance)
      line.lowBalance = money("20 GBP")
    }
    let currency = random.one(of: ["GBP", "HKD", "INR", "JPY", "EUR", "USD", "CNY"]) ?? "GBP"
    events = (0..<Int.random(in: 0...9, using: &random)).map { number in
      var event = on(random.day(), random.one(of: kinds) ?? .topUp)
      event.id = "event \(number)"
      if Bool.random(using: &random) {
        event.amount = money("\(Int.random(in: 0...120, using: &random)) \(currency)")
      }
      if Bool.random(using: &random) { event.term = random.period() }
      if event.kind == .notice { event.date = CalendarDay(random.day()) }
      if event.kind == .undo { event.undoes = "event \(Int.random(in: 0...9, using: &random))" }
      return event
    }
  }

  /// A moment by which all has happened everywhere.
  var lastMoment: Date { moment("2026-01-02T00:00:00Z") }

  func verdict(at now: Date) -> Verdict { verdict(of: events, at: now) }

  func verdict(of events: [Event], at now: Date) -> Verdict {
    judge(line, by: book, events: events, at: now, zone: .gmt)
  }

  var description: String {
    "\(line.rule ?? "\(line.clocks)") \(events.map { "\($0.on) \($0.kind.rawValue)" })"
  }
}

/// A day by arithmetic on numbers alone, to hold against the calendar's.
struct CivilDay {
  var year: Int
  var month: Int
  var day: Int

  static func random(using random: inout SplitMix) -> CivilDay {
    let start = CivilDay(year: 2023, month: 1, day: 1)
    return start.adding(Int.random(in: 0...1095, using: &random), .day)
  }

  var text: String {
    "\(year)-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
  }

  func adding(_ n: Int, _ unit: Period.Unit) -> CivilDay {
    var result = self
    switch unit {
    case .hour: break
    case .day: for _ in 0..<n { result.step() }
    case .month, .year:
      let months = year * 12 + month - 1 + (unit == .year ? 12 * n : n)
      result.year = months / 12
      result.month = months % 12 + 1
      result.day = min(day, result.length)
    }
    return result
  }

  private var length: Int {
    let leap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private mutating func step() {
    day += 1
    if day > length { (day, month) = (1, month + 1) }
    if month > 12 { (month, year) = (1, year + 1) }
  }
}
