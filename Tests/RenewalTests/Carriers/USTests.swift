import Renewal
import Testing

/// The rules of carriers in the United States, for a person on either coast.
struct USTests {
  @Test(
    arguments: [
      // The boundaries of all four tiers, in the cent.
      ("0.01 USD", "2026-03-03", "2026-03-04T00:00:00-05:00"),
      ("29.99 USD", "2026-03-03", "2026-03-04T00:00:00-05:00"),
      ("30 USD", "2026-05-02", "2026-05-03T00:00:00-04:00"),
      ("74.99 USD", "2026-05-02", "2026-05-03T00:00:00-04:00"),
      ("75 USD", "2026-07-31", "2026-08-01T00:00:00-04:00"),
      ("99.99 USD", "2026-07-31", "2026-08-01T00:00:00-04:00"),
      ("100 USD", "2027-02-01", "2027-02-02T00:00:00-05:00"),
    ] as [(String, String, String)])
  func olderVerizon(amount: String, lastDay: String, ends: String) throws {
    try Border(
      rule: "verizon-prepaid-older", clock: "service", events: [on("2026-02-01", .topUp, amount)],
      lastDay: lastDay, ends: ends, before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown, zone: "America/New_York"
    ).check()
  }

  @Test func olderVerizonNeedsTheAmount() throws {
    let verdict = try judged(
      "verizon-prepaid-older", [on("2026-02-01", .topUp)], at: "2026-02-02T12:00:00Z")
    #expect(verdict.state == .unknown)
    #expect(verdict.missing.map(\.what) == [.amount])
    #expect(verdict.missing.first?.event == "2026-02-01 topUp")
  }

  @Test(arguments: [
    // Renewed on the 15th of February: paid to 14 March, with summer time since the 8th.
    Border(
      rule: "verizon-prepaid", clock: "service", events: [on("2026-02-15", .pack, "35 USD")],
      lastDay: "2026-03-14", ends: "2026-03-15T00:00:00-04:00", before: .active,
      after: .suspended, afterReason: .clockEnded, zone: "America/New_York", billingDay: 15),
    // Sixty days with 15 March as the first: 17 in March, 30 in April, 13 in May.
    Border(
      rule: "verizon-prepaid", clock: "service", events: [on("2026-02-15", .pack, "35 USD")],
      lastDay: "2026-03-14", ends: "2026-03-15T00:00:00-04:00", at: "2026-05-14T00:00:00-04:00",
      before: .suspended, beforeReason: .clockEnded, after: .overdue, afterReason: .mayBe,
      zone: "America/New_York", billingDay: 15),
    // Paid 36 days late: the month that went by is skipped, the 15th stays.
    Border(
      rule: "verizon-prepaid", clock: "service",
      events: [on("2026-02-15", .pack, "35 USD"), on("2026-04-20", .pack, "35 USD")],
      lastDay: "2026-05-14", ends: "2026-05-15T00:00:00-04:00", before: .active,
      after: .suspended, afterReason: .clockEnded, zone: "America/New_York", billingDay: 15),
  ]) func verizon(_ border: Border) throws { try border.check() }

  @Test func verizonCountsPlansAndNoMoney() throws {
    let events = [on("2026-02-15", .pack, "35 USD"), on("2026-03-16", .topUp, "100 USD")]
    let verdict = try judged("verizon-prepaid", events, at: "2026-03-17T12:00:00Z") {
      $0.billingDay = 15
    }
    #expect(verdict.state == .suspended)
    #expect(verdict.next.first?.code == .buyPack)
    #expect(verdict.next.first?.by?.description == "2026-05-13")
  }

  @Test(arguments: [
    Border(
      rule: "ultra-paygo", clock: "service", events: [on("2026-01-31", .activation)],
      lastDay: "2026-03-02", ends: "2026-03-03T00:00:00-08:00", before: .active, after: .suspended,
      afterReason: .clockEnded, zone: "America/Los_Angeles"),
    // Paid ten days early and still a cycle of thirty days from the last end.
    Border(
      rule: "ultra-paygo", clock: "service",
      events: [on("2026-01-31", .activation), on("2026-02-20", .pack, "3 USD")],
      lastDay: "2026-04-01", ends: "2026-04-02T00:00:00-07:00", before: .active, after: .suspended,
      afterReason: .clockEnded, zone: "America/Los_Angeles"),
    // Paid late, and the rhythm stays.
    Border(
      rule: "ultra-paygo", clock: "service",
      events: [
        on("2026-01-31", .activation), on("2026-02-20", .pack, "3 USD"),
        on("2026-04-10", .topUp, "3 USD"),
      ],
      lastDay: "2026-05-01", ends: "2026-05-02T00:00:00-07:00", before: .active, after: .suspended,
      afterReason: .clockEnded, zone: "America/Los_Angeles"),
    // Thirty days suspended, then deleted.
    Border(
      rule: "ultra-paygo", clock: "service", events: [on("2026-01-31", .activation)],
      lastDay: "2026-03-02", ends: "2026-03-03T00:00:00-08:00", at: "2026-04-02T00:00:00-07:00",
      before: .suspended, beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver,
      zone: "America/Los_Angeles"),
    // The first day counts, and the zone has no summer time.
    Border(
      rule: "sim-usa", clock: "service", events: [on("2026-06-01", .activation)],
      lastDay: "2026-06-30", ends: "2026-07-01T00:00:00-05:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "sim-usa", clock: "service", events: [on("2026-06-01T03:00:00Z", .activation)],
      lastDay: "2026-06-29", ends: "2026-06-30T00:00:00-05:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    // Thirty days: 1, 28, 1; then thirty more.
    Border(
      rule: "red-pocket", clock: "service", events: [on("2026-01-30", .topUp, "10 USD")],
      lastDay: "2026-03-01", ends: "2026-03-02T00:00:00-07:00", before: .active,
      after: .suspended, afterReason: .clockEnded, zone: "America/Denver"),
    Border(
      rule: "red-pocket", clock: "service", events: [on("2026-01-30", .topUp, "10 USD")],
      lastDay: "2026-03-01", ends: "2026-03-02T00:00:00-07:00", at: "2026-04-01T00:00:00-06:00",
      before: .suspended, beforeReason: .clockEnded, after: .terminated,
      afterReason: .clockOver, zone: "America/Denver"),
  ]) func border(_ border: Border) throws { try border.check() }

  @Test func theZoneOfTheseIsThePersons() throws {
    let verdict = try judged(
      "ultra-paygo", [on("2026-01-31", .activation)], at: "2026-02-01T12:00:00Z",
      zone: "America/Los_Angeles")
    #expect(verdict.clocks.first?.zone == "America/Los_Angeles")
    #expect(verdict.reasons.contains { $0.code == .rule(.zoneAssumed) })
  }
}
