import FoundationEssentials
import Renewal
import Testing

/// The traps of calendar arithmetic. The expected dates come from Python's dateutil and zoneinfo.
struct ArithmeticTests {
  @Test(
    arguments: [
      ("2026-01-31", 1, .month, "2026-02-28"), ("2026-01-31", 3, .month, "2026-04-30"),
      ("2026-08-31", 6, .month, "2027-02-28"), ("2026-08-31", 180, .day, "2027-02-27"),
      ("2024-02-29", 1, .year, "2025-02-28"), ("2024-02-29", 4, .year, "2028-02-29"),
      ("2023-12-31", 60, .day, "2024-02-29"), ("2026-12-31", 2, .month, "2027-02-28"),
      ("2026-12-31", 36_500, .day, "2126-12-07"),
    ] as [(String, Int, Period.Unit, String)])
  func terms(from: String, n: Int, unit: Period.Unit, lastDay: String) throws {
    let verdict = try judged(
      own: clock(n, unit), [on(from, .activation)], at: "2026-01-31T00:00:00Z")
    let later = try judged(own: clock(n, unit), [on(from, .activation)], at: "2027-01-31T00:00:00Z")
    #expect([verdict, later].contains { $0.clocks.first?.lastDay?.description == lastDay })
  }

  @Test func threeMonthsAreCountedFromTheAnchorNotInSteps() throws {
    var clock = clock(1, .month)
    clock.renewFrom = .previousEnd
    let events = [
      on("2026-01-31", .activation), on("2026-02-10", .topUp), on("2026-03-10", .topUp),
    ]
    let verdict = try judged(own: clock, events, at: "2026-03-11T00:00:00Z")
    #expect(verdict.dueOn?.description == "2026-04-30")
  }

  @Test func theStricterReadingDoesNotAddUpOverManyMonths() throws {
    var clock = clock(1, .month)
    clock.renewFrom = .previousEnd
    let paid = (2...9).map { on("2026-0\($0)-01", .topUp) }
    let verdict = try judged(
      own: clock, [on("2026-01-31", .activation)] + paid, at: "2026-09-02T00:00:00Z")
    #expect(verdict.dueOn?.description == "2026-10-31")
    // Thirty days after 30 September.
    #expect(verdict.clocks.first?.strictLastDay?.description == "2026-10-30")
  }

  @Test(
    arguments: [
      // The first place where a day begins, and the last one.
      ("Pacific/Kiritimati", "2026-12-31", "2027-01-01T10:00:00Z"),
      ("Pacific/Pago_Pago", "2026-12-31", "2027-01-02T11:00:00Z"),
      // Days of 23 and of 25 hours.
      ("Europe/Berlin", "2026-03-28", "2026-03-29T22:00:00Z"),
      ("Europe/Berlin", "2026-10-24", "2026-10-25T23:00:00Z"),
      // Summer time that begins at midnight: the day has no 00:00.
      ("America/Sao_Paulo", "2018-11-02", "2018-11-04T03:00:00Z"),
      ("America/Sao_Paulo", "2018-11-03", "2018-11-05T02:00:00Z"),
      ("Africa/Cairo", "2026-04-22", "2026-04-23T22:00:00Z"),
      ("Africa/Cairo", "2026-04-23", "2026-04-24T21:00:00Z"),
      // Samoa had no 30 December 2011.
      ("Pacific/Apia", "2011-12-28", "2011-12-30T10:00:00Z"),
      // Summer time of half an hour.
      ("Australia/Lord_Howe", "2026-10-03", "2026-10-04T13:00:00Z"),
      ("+14:00", "2026-12-31", "2027-01-01T10:00:00Z"),
      ("-11:00", "2026-12-31", "2027-01-02T11:00:00Z"),
    ] as [(String, String, String)])
  func aDayEndsInItsZone(zone: String, from: String, ends: String) throws {
    let clock = clock(1, .day, zone: zone)
    for (offset, state) in [(-1.0, LineState.active), (0, .terminated)] {
      let now = moment(ends).addingTimeInterval(offset).formatted(.iso8601)
      let verdict = try judged(own: clock, [on(from, .activation)], at: now)
      #expect(verdict.clocks.first?.endsAt == moment(ends))
      #expect(verdict.state == state)
    }
  }

  @Test(
    arguments: [
      // A day later at the same time of day; 24 hours later it may be another one.
      (1, .day, "2026-03-28T20:00:00+01:00", "2026-03-29T18:00:00Z"),
      (24, .hour, "2026-03-28T20:00:00+01:00", "2026-03-29T19:00:00Z"),
      (24, .hour, "2026-10-24T20:00:00+02:00", "2026-10-25T18:00:00Z"),
      // 02:30 is missing on 29 March, and an hour later it is 03:30.
      (1, .day, "2026-03-28T02:30:00+01:00", "2026-03-29T01:30:00Z"),
    ] as [(Int, Period.Unit, String, String)])
  func anInstantKeepsItsTimeOfDay(n: Int, unit: Period.Unit, from: String, ends: String) throws {
    var clock = clock(n, unit, zone: "Europe/Berlin")
    clock.boundary = .instant
    let verdict = try judged(own: clock, [on(from, .activation)], at: from)
    #expect(verdict.clocks.first?.endsAt == moment(ends))
  }

  @Test func anEndAtMidnightIsTheEndOfTheDayBefore() throws {
    var clock = clock(24, .hour)
    clock.boundary = .instant
    let verdict = try judged(
      own: clock, [on("2026-05-01T00:00:00Z", .activation)], at: "2026-05-01T12:00:00Z")
    #expect(verdict.dueOn?.description == "2026-05-01")
    #expect(verdict.daysLeft == 0)
  }

  @Test func whereOnlyTheDayIsKnownAnInstantIsAnEstimate() throws {
    var clock = clock(24, .hour)
    clock.boundary = .instant
    let verdict = try judged(
      own: clock, [on("2026-05-01", .activation)], at: "2026-05-01T12:00:00Z")
    #expect(verdict.clocks.first?.endsAt == moment("2026-05-02T00:00:00Z"))
    #expect(verdict.confidence == .estimated)
    #expect(verdict.reasons.contains { $0.code == .rule(.dayOnly) })
  }

  @Test(
    arguments: [
      (30, .day, "2026-06-01", "2026-06-30"), (1, .month, "2026-06-01", "2026-06-30"),
      (1, .month, "2026-01-31", "2026-02-27"), (1, .day, "2026-06-01", "2026-06-01"),
    ] as [(Int, Period.Unit, String, String)])
  func theFirstDayCounts(n: Int, unit: Period.Unit, from: String, lastDay: String) throws {
    var clock = clock(n, unit)
    clock.firstDayCounts = true
    let verdict = try judged(own: clock, [on(from, .activation)], at: from + "T12:00:00Z")
    #expect(verdict.dueOn?.description == lastDay)
  }

  @Test func hoursAddUpToHours() throws {
    var clock = clock(24, .hour, zone: "Europe/Berlin")
    clock.boundary = .instant
    clock.renewFrom = .previousEnd
    let start = on("2026-03-28T10:00:00Z", .activation)
    let paid = on("2026-03-28T12:00:00Z", .topUp)
    let verdict = try judged(own: clock, [start, paid], at: "2026-03-28T13:00:00Z")
    #expect(verdict.clocks.first?.endsAt == moment("2026-03-30T10:00:00Z"))
    // After a date that was given, a day and its hours begin where it ends.
    let given = on("2026-03-28T11:00:00Z", .notice, date: "2026-03-28")
    let after = try judged(own: clock, [start, given, paid], at: "2026-03-28T13:00:00Z")
    #expect(after.clocks.first?.endsAt == moment("2026-03-29T23:00:00Z"))
  }

  @Test(
    arguments: [
      // To the billing day before the year is over, and a year on with each payment.
      (["2026-03-20"], "2027-03-14"), (["2026-03-20", "2027-03-01"], "2028-03-14"),
      (["2026-03-10"], "2027-02-14"),
    ] as [([String], String)])
  func aYearlyPlanKeepsItsBillingDay(paid: [String], lastDay: String) throws {
    var clock = Clock(id: "plan", .service, anchor: [.billingDay(15)], period: Period(1, .year))
    clock.zone = Zone("UTC")
    clock.firstDayCounts = true
    clock.renewFrom = .previousEnd
    let verdict = try judged(
      own: clock, paid.map { on($0, .topUp) }, at: (paid.last ?? "") + "T23:00:00Z")
    #expect(verdict.dueOn?.description == lastDay)
  }

  @Test(arguments: [(true, "2026-06-30"), (false, "2026-06-30")])
  func aPeriodAfterAGivenDateBeginsOnTheDayAfter(firstDayCounts: Bool, lastDay: String) throws {
    var clock = clock(30, .day)
    clock.firstDayCounts = firstDayCounts
    clock.renewFrom = .previousEnd
    let verdict = try judged(
      own: clock, [on("2026-05-01", .notice, date: "2026-05-31"), on("2026-05-10", .topUp)],
      at: "2026-05-11T00:00:00Z")
    #expect(verdict.dueOn?.description == lastDay)
  }

  @Test func aDayThatWasWrittenDownTodayHasHappened() throws {
    // In Kiritimati it is 2 January; in Pago Pago, the carrier's place, still 1 January.
    let verdict = try judged(
      own: clock(30, .day, zone: "Pacific/Pago_Pago"), [on("2026-01-02", .topUp)],
      at: "2026-01-02T02:00:00Z", zone: "Pacific/Kiritimati")
    #expect(verdict.state == .active)
    #expect(verdict.dueOn?.description == "2026-02-01")
    #expect(verdict.daysLeft == 31)
  }

  @Test func daysOutOfTheCalendarAreNoDays() {
    #expect(CalendarDay(year: 2027, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDay("2026-2-03") == nil)
    #expect(CalendarDay("2026-02-30") == nil)
    #expect(CalendarDay("٢٠٢٦-02-03") == nil)
    #expect(CalendarDay("0999-01-01") == nil)
  }

  @Test func aTermBeyondTheCalendarIsNoTerm() throws {
    let verdict = try judged(
      own: clock(36_500, .year), [on("2026-01-01", .activation)], at: "2026-01-02T00:00:00Z")
    #expect(verdict.state == .unknown)
  }
}
