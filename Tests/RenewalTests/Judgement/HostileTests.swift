import CardState
import FoundationEssentials
import Renewal
import Testing

/// Values that make no sense end in a verdict or an error, and never in a trap.
struct HostileTests {
  static let moments = [
    Date.distantPast, .distantFuture, Date(timeIntervalSince1970: 0),
    moment("2026-01-31T00:00:00Z"),
    moment("1582-10-10T00:00:00Z"), moment("9999-12-31T23:59:59Z"),
    Date(timeIntervalSince1970: 1e15),
    Date(timeIntervalSince1970: -1e15),
  ]

  @Test(arguments: Array(UInt64(1)...40)) func anyValuesGiveAVerdict(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<20 {
      var made = try MadeLine(&random)
      made.line.billingDay = random.one(of: [.min, -1, 0, 32, .max, 31])
      made.line.thresholds = [Threshold(days: random.one(of: [.min, .max, 7]) ?? 7, .warning)]
      for index in made.events.indices {
        if Bool.random(using: &random) {
          made.events[index].on = .moment(random.one(of: Self.moments) ?? .distantPast)
        }
        if Bool.random(using: &random) {
          made.events[index].term = Period(
            random.one(of: [.min, .max, 0, 36_500]) ?? 0,
            random.one(of: Period.Unit.allCases) ?? .day)
        }
        if Bool.random(using: &random), let currency = Currency(rawValue: "INR") {
          made.events[index].amount = Money(
            random.one(of: [Decimal.nan, .greatestFiniteMagnitude, -5, 1e30]) ?? 0, currency)
        }
      }
      for now in Self.moments { _ = made.verdict(at: now) }
    }
  }

  @Test func impossiblePatienceEnds() throws {
    for patience in [Int.min, -1, 0, Int.max] {
      var attempt = RenewalAttempt(
        id: "a", line: "l", plannedAt: moment("2026-01-01T00:00:00Z"), patience: patience)
      try attempt.submit(at: moment("2026-01-01T00:00:00Z"))
      for now in Self.moments { _ = attempt.phase(at: now, zone: .gmt) }
    }
  }
}
