import FoundationEssentials
import Renewal
import Testing

/// What holds for all lines, tried on many that a seeded generator makes up.
struct PropertyTests {
  static let seeds = Array(UInt64(1)...60)

  /// From alive to gone; what is not known lies between what is alive and what has ended.
  static let liveness: [LineState] = [
    .active, .pendingActivation, .unknown, .grace, .suspended, .quarantined, .overdue, .terminated,
  ]

  @Test(arguments: seeds) func timeNeverMakesALineMoreAlive(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<8 {
      let made = try MadeLine(&random)
      var now = made.lastMoment.addingTimeInterval(86_400 * 2)
      var worst = 0
      for _ in 0..<12 {
        now += Double(Int.random(in: 1...90, using: &random)) * 43_200
        let state = made.verdict(at: now).state
        let rank = Self.liveness.firstIndex(of: state) ?? -1
        #expect(rank >= worst, "\(made) at \(now)")
        worst = rank
      }
    }
  }

  @Test(arguments: seeds) func theOrderOfEntryChangesNothing(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<8 {
      let made = try MadeLine(&random)
      let now = made.lastMoment.addingTimeInterval(
        86_400 * Double(Int.random(in: 0...200, using: &random)))
      let verdict = made.verdict(at: now)
      for _ in 0..<4 {
        #expect(
          made.verdict(of: made.events.shuffled(using: &random), at: now) == verdict, "\(made)")
      }
    }
  }

  @Test(arguments: seeds) func aTopUpNeverShortensAClockThatKeepsTheLaterDate(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<10 {
      var clock = random.clock(renewFrom: .laterOfBoth)
      clock.tiers = [
        Tier(from: money("1 GBP"), period: random.period()),
        Tier(from: money("20 GBP"), period: random.period()),
      ]
      clock.period = nil
      clock.firstPeriod = random.period()
      var events = [on(random.day(), .activation)]
      var last: CalendarDay?
      for day in (0..<6).map({ _ in random.day() }).sorted() {
        events.append(on(day, .topUp, "\(Int.random(in: 0...40, using: &random)) GBP"))
        let verdict = try judged(own: clock, events, at: day + "T23:59:59Z")
        // A line that is lost is not renewed any more.
        guard verdict.state != .terminated else { break }
        let end = verdict.clocks.first?.lastDay
        if let end, let last { #expect(end >= last, "\(events.map(\.id))") }
        last = end ?? last
      }
    }
  }

  @Test(arguments: seeds) func datesAreThoseCountedFromTheAnchor(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<10 {
      let start = CivilDay.random(using: &random)
      let period = random.period()
      var clock = random.clock(renewFrom: .previousEnd)
      clock.period = period
      let renewals = Int.random(in: 0...12, using: &random)
      // All paid within the first period, so that none comes too late.
      let events =
        [on(start.text, .activation)]
        + (0..<renewals).map { on(start.text + "T23:\(10 + $0):00Z", .topUp) }
      clock.zone = Zone("UTC")
      let verdict = try judged(own: clock, events, at: start.adding(1, .day).text + "T00:00:00Z")
      let expected = start.adding(period.n * (renewals + 1), period.unit)
      #expect(verdict.clocks.first?.lastDay?.description == expected.text, "\(start) \(period)")
    }
  }

  @Test(arguments: seeds) func whateverAsksForSomethingInAWeekIsListedInAWeek(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let zone = TimeZone.gmt
    for _ in 0..<8 {
      var made = try MadeLine(&random)
      made.line.leadDays = random.one(of: [nil, 0, 20] as [Int?]) ?? nil
      let now = made.lastMoment.addingTimeInterval(
        86_400 * Double(Int.random(in: 0...200, using: &random)))
      let verdict = made.verdict(at: now)
      let week = try #require(CalendarDay(now.addingTimeInterval(7 * 86_400), in: zone))
      let asks =
        verdict.next.contains { $0.by.map { $0 <= week } ?? false }
        || verdict.severity == .critical || verdict.confidence == .contradicted
        || verdict.reasons.contains {
          [.record(.lowBalance), .record(.declined)].contains($0.code)
        }
      // What is over for good asks for nothing any more.
      let isOver = verdict.state == .terminated && verdict.duties.isEmpty
      if asks, !isOver {
        #expect(
          verdict.listedOn.map { $0 <= week } == true,
          "\(made) at \(now): \(verdict.severity) \(verdict.confidence) \(verdict.next) \(verdict.duties)"
        )
      }
    }
  }

  @Test(arguments: seeds) func aVerdictIsStoredAndReadBackAsItWas(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let made = try MadeLine(&random)
    let verdict = made.verdict(at: made.lastMoment.addingTimeInterval(86_400 * 40))
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    #expect(try decoder.decode(Verdict.self, from: encoder.encode(verdict)) == verdict)
    #expect(try decoder.decode(Line.self, from: encoder.encode(made.line)) == made.line)
  }
}
