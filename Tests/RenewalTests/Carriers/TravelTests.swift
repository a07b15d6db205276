import Renewal
import Testing

/// Travel eSIMs, which know no country, and the forms for contracts of any carrier.
struct TravelTests {
  static let week = Period(7, .day)

  @Test(arguments: [
    Border(
      rule: "airalo-at-attach", clock: "package",
      events: [
        on("2026-05-01", .pack, "4.50 USD", term: week), on("2026-05-02", .install),
        on("2026-06-10", .firstAttach),
      ],
      lastDay: "2026-06-17", ends: "2026-06-18T00:00:00+02:00", before: .active, after: .unknown,
      afterReason: .clockOver, zone: "Europe/Berlin"),
    Border(
      rule: "airalo-at-install", clock: "package",
      events: [
        on("2026-05-01", .pack, "4.50 USD", term: week), on("2026-05-02", .profileInstalled),
        on("2026-06-10", .firstAttach),
      ],
      lastDay: "2026-05-09", ends: "2026-05-10T00:00:00+02:00", before: .active, after: .unknown,
      afterReason: .clockOver, zone: "Europe/Berlin"),
    Border(
      rule: "keepgo-unlimited", clock: "window", events: [on("2026-01-01", .purchase)],
      lastDay: "2026-06-30", ends: "2026-07-01T00:00:00Z", before: .pendingActivation,
      beforeReason: .windowOpen, after: .terminated, afterReason: .clockOver),
    // Twenty-four hours, although the day of summer time has only twenty-three.
    Border(
      rule: "keepgo-unlimited", clock: "bundle",
      events: [on("2026-03-01", .purchase), on("2026-03-28T20:00:00+01:00", .activation)],
      lastDay: "2026-03-29", ends: "2026-03-29T21:00:00+02:00", before: .active, after: .terminated,
      afterReason: .clockOver, zone: "Europe/Berlin"),
    // In Asia it ends at midnight, UTC+8, also when that is an hour away.
    Border(
      rule: "keepgo-unlimited-asia", clock: "bundle",
      events: [on("2026-03-01", .purchase), on("2026-03-28T00:00:00+08:00", .activation)],
      lastDay: "2026-03-28", ends: "2026-03-29T00:00:00+08:00", before: .active, after: .terminated,
      afterReason: .clockOver, zone: "Europe/Berlin"),
    // Never used: six months from the purchase, and twelve under a partner's name.
    Border(
      rule: "breezesim", clock: "esim", events: [on("2026-08-31", .purchase)],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00Z", before: .active, after: .terminated,
      afterReason: .clockOver),
    Border(
      rule: "breezesim", clock: "esim",
      events: [on("2027-12-01", .purchase), on("2028-01-15", .firstData), on("2028-02-29", .data)],
      lastDay: "2028-08-29", ends: "2028-08-30T00:00:00Z", before: .active, after: .terminated,
      afterReason: .clockOver),
    Border(
      rule: "breezesim-partner", clock: "esim", events: [on("2027-02-28", .purchase)],
      lastDay: "2028-02-28", ends: "2028-02-29T00:00:00Z", before: .active, after: .terminated,
      afterReason: .clockOver),
    Border(
      rule: "breezesim-partner", clock: "esim",
      events: [
        on("2027-12-01", .purchase), on("2027-12-01", .pack, term: week),
        on("2028-01-15", .firstData), on("2028-02-29", .data),
      ],
      lastDay: "2029-02-28", ends: "2029-03-01T00:00:00Z", before: .active, after: .terminated,
      afterReason: .clockOver),
    Border(
      rule: "breezesim-partner", clock: "bundle",
      events: [on("2027-12-01", .pack, term: Period(30, .day)), on("2028-01-31", .firstData)],
      lastDay: "2028-03-01", ends: "2028-03-02T00:00:00Z", before: .active, after: .unknown,
      afterReason: .clockOver),
    Border(
      rule: "breezesim-partner", clock: "queued", events: [on("2027-02-28", .pack, term: week)],
      lastDay: "2028-02-28", ends: "2028-02-29T00:00:00Z", before: .pendingActivation,
      beforeReason: .windowOpen, after: .unknown, afterReason: .clockOver),
    Border(
      rule: "go-sim", clock: "number", events: [on("2026-08-31", .topUp, "10 USD")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00Z", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    // Use counts as a top-up does.
    Border(
      rule: "go-sim", clock: "number",
      events: [on("2026-07-01", .topUp, "10 USD"), on("2026-08-31", .outgoingSMS)],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00Z", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "go-sim", clock: "credit", events: [on("2026-11-30", .topUp, "10 USD")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00Z", before: .active, after: .unknown,
      afterReason: .clockOver),
    Border(
      rule: "go-sim", clock: "credit",
      events: [on("2026-11-30", .topUp, "10 USD"), on("2026-12-31", .data)],
      lastDay: "2027-03-31", ends: "2027-04-01T00:00:00Z", before: .active, after: .unknown,
      afterReason: .clockOver),
    // What came with the card has two months, whatever is paid meanwhile.
    Border(
      rule: "go-sim", clock: "firstCredit",
      events: [on("2026-12-31", .activation), on("2027-01-15", .topUp, "10 USD")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00Z", before: .active, after: .unknown,
      afterReason: .clockOver),
  ]) func border(_ border: Border) throws { try border.check() }

  @Test func keepgoInAsiaEndsWithinTheHour() throws {
    let events = [on("2026-03-01", .purchase), on("2026-03-28T23:00:00+08:00", .activation)]
    let last = try judged("keepgo-unlimited-asia", events, at: "2026-03-28T23:59:59+08:00")
    #expect(last.state == .active)
    let over = try judged("keepgo-unlimited-asia", events, at: "2026-03-29T00:00:00+08:00")
    // It can't be refilled: what is over is over.
    #expect(over.state == .terminated)
    #expect(!over.next.map(\.code).contains(.buyPack))
    #expect(over.clocks.last?.pack == .expired)
  }

  @Test func goSimsSecondNumberGoesOnByThirtyDays() throws {
    func second(_ at: String) throws -> ClockVerdict {
      let events = [on("2026-08-31", .activation), on("2026-09-15", .topUp, "10 USD")]
      let verdict = try judged("go-sim", events, at: at)
      return try #require(verdict.clocks.first { $0.clock == "secondNumber" })
    }
    // From the activation, not from the top-up; then by itself.
    #expect(try second("2026-09-30T23:59:59Z").lastDay?.description == "2026-09-30")
    let next = try second("2026-10-01T00:00:00Z")
    #expect(next.lastDay?.description == "2026-10-30")
    #expect(next.state == .active)
    #expect(try second("2026-10-31T00:00:00Z").lastDay?.description == "2026-11-29")
  }

  @Test(
    arguments: [("0.50 USD", "2027-04-01"), ("0 USD", "2027-02-28")] as [(String, String)])
  func goSimCountsACallReceivedIfItWasPaid(amount: String, lastDay: String) throws {
    let events = [on("2026-08-31", .topUp, "10 USD"), on("2026-10-01", .incomingCall, amount)]
    let verdict = try judged("go-sim", events, at: "2026-10-02T00:00:00Z")
    #expect(verdict.dueOn?.description == lastDay)
  }

  @Test func anEndOfThePackIsNotTheEndOfTheLine() throws {
    let verdict = try judged(
      "go-sim", [on("2026-08-31", .topUp, "10 USD")], at: "2026-12-15T00:00:00Z")
    #expect(verdict.state == .active)
    #expect(verdict.clocks.map(\.governs) == [true, false, false, false])
    #expect(verdict.dueClock == "number")
  }

  @Test func airaloNeedsTheTermOfThePackage() throws {
    let verdict = try judged(
      "airalo-at-install", [on("2026-05-02", .install)], at: "2026-05-03T00:00:00Z")
    #expect(verdict.state == .unknown && verdict.missing.map(\.what) == [.term])
    #expect(verdict.next.first?.code == .record)
    let used = try judged(
      "airalo-at-install", [on("2026-05-02", .install), on("2026-05-02", .data)],
      at: "2026-05-03T00:00:00Z")
    #expect(used.state == .unknown)
    #expect(used.missing.map(\.what) == [.term])
    #expect(used.missing.first?.event == "2026-05-02 install")
  }

  @Test func keepgoWithoutADateOfPurchaseIsUnknown() throws {
    let verdict = try judged(
      "keepgo-unlimited", [on("2026-05-02", .install)], at: "2026-05-03T00:00:00Z")
    #expect(verdict.state == .unknown)
    #expect(verdict.missing.first?.anyOf == [.purchase])
  }

  @Test(
    arguments: [
      // Of a line that renews on the 31st: the last day before it, in every month.
      ("2026-02-10T12:00:00Z", "2026-02-27"), ("2026-02-28T12:00:00Z", "2026-03-30"),
      ("2026-03-31T12:00:00Z", "2026-04-29"), ("2026-04-30T12:00:00Z", "2026-05-30"),
      ("2028-02-10T12:00:00Z", "2028-02-28"), ("2026-12-31T12:00:00Z", "2027-01-30"),
    ] as [(String, String)])
  func monthlyBundle(at: String, lastDay: String) throws {
    let verdict = try judged("monthly-bundle", [], at: at) { $0.billingDay = 31 }
    #expect(verdict.state == .active)
    // Nothing shows that it ever renewed.
    #expect(verdict.severity == .warning)
    #expect(verdict.dueOn?.description == lastDay)
    #expect(verdict.clocks.first?.strictLastDay == nil)
    #expect(verdict.reasons.contains { $0.code == .rule(.renewsItself) })
  }

  @Test func monthlyBundleNeedsItsDay() throws {
    let verdict = try judged("monthly-bundle", [], at: "2026-02-10T12:00:00Z")
    #expect(verdict.state == .unknown)
    #expect(verdict.missing.map(\.what) == [.billingDay])
  }

  @Test func payAsYouGoHasOnlyABalance() throws {
    func verdict(_ events: [Event]) throws -> Verdict {
      try judged("pay-as-you-go", events, at: "2030-01-01T00:00:00Z") {
        $0.lowBalance = money("5 GBP")
      }
    }
    let low = try verdict([on("2026-01-01", .balance, "4.99 GBP")])
    #expect(low.state == .active)
    #expect(low.dueOn == nil)
    #expect(low.severity == .warning)
    #expect(low.duty?.what == .topUp)
    #expect(low.reasons.map(\.code) == [.rule(.noEndDate), .record(.lowBalance)])
    #expect(low.next.map(\.code) == [.topUp])
    let fine = try verdict([on("2026-01-01", .balance, "5 GBP")])
    #expect(fine.severity == .ok)
    let nothing = try verdict([])
    #expect(nothing.state == .unknown)
    #expect(nothing.missing.map(\.what) == [.activation])
  }
}
