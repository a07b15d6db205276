import Renewal
import Testing

/// The rules of carriers in Hong Kong, which has no summer time.
struct HKTests {
  @Test(arguments: [
    Border(
      rule: "valuegb-hk", clock: "number", events: [on("2027-03-01", .topUp, "50 HKD")],
      lastDay: "2028-02-29", ends: "2028-03-01T00:00:00+08:00", before: .active, after: .grace,
      afterReason: .clockEnded),
    Border(
      rule: "valuegb-hk", clock: "number", events: [on("2027-03-01", .topUp, "50 HKD")],
      lastDay: "2028-02-29", ends: "2028-03-01T00:00:00+08:00", at: "2028-03-31T00:00:00+08:00",
      before: .grace, beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "3hk", clock: "number", events: [on("2026-06-15", .topUp, "100 HKD")],
      lastDay: "2026-09-13", ends: "2026-09-14T00:00:00+08:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    // From HK$200 on the table of 2013 is the stricter one.
    Border(
      rule: "3hk", clock: "older", events: [on("2026-06-15", .topUp, "200 HKD")],
      lastDay: "2026-12-12", ends: "2026-12-13T00:00:00+08:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "shinetown-hk", clock: "number", events: [on("2026-05-01", .topUp, "100 HKD")],
      lastDay: "2026-10-28", ends: "2026-10-29T00:00:00+08:00", before: .active,
      after: .terminated, afterReason: .clockOver),
    Border(
      rule: "shinetown-hk", clock: "number", events: [on("2026-05-01", .activation)],
      lastDay: "2026-06-30", ends: "2026-07-01T00:00:00+08:00", before: .active,
      after: .terminated, afterReason: .clockOver),
    Border(
      rule: "shinetown-hk-smile", clock: "number", events: [on("2026-05-01", .topUp, "300 HKD")],
      lastDay: "2027-04-26", ends: "2027-04-27T00:00:00+08:00", before: .active,
      after: .terminated, afterReason: .clockOver),
    Border(
      rule: "shinetown-hk-smile", clock: "number", events: [on("2026-05-01", .activation)],
      lastDay: "2026-07-30", ends: "2026-07-31T00:00:00+08:00", before: .active,
      after: .terminated, afterReason: .clockOver),
    Border(
      rule: "shinetown-hk-hua-long", clock: "number",
      events: [on("2026-05-01", .topUp, "100 HKD")], lastDay: "2026-11-27",
      ends: "2026-11-28T00:00:00+08:00", before: .active, after: .terminated,
      afterReason: .clockOver),
    Border(
      rule: "shinetown-hk-hua-long", clock: "number",
      events: [on("2026-05-01", .topUp, "50 HKD")], lastDay: "2026-11-27",
      ends: "2026-11-28T00:00:00+08:00", before: .active, after: .terminated,
      afterReason: .clockOver),
    Border(
      rule: "shinetown-hk-gold", clock: "number", events: [on("2026-05-01", .topUp, "20 HKD")],
      lastDay: "2026-05-31", ends: "2026-06-01T00:00:00+08:00", before: .active,
      after: .terminated, afterReason: .clockOver),
    Border(
      rule: "shinetown-hk-gold", clock: "number", events: [on("2026-05-01", .topUp, "50 HKD")],
      lastDay: "2026-06-30", ends: "2026-07-01T00:00:00+08:00", before: .active,
      after: .terminated, afterReason: .clockOver),
    Border(
      rule: "shinetown-hk-gold", clock: "number", events: [on("2026-05-01", .topUp, "100 HKD")],
      lastDay: "2026-10-28", ends: "2026-10-29T00:00:00+08:00", before: .active,
      after: .terminated, afterReason: .clockOver),
    Border(
      rule: "cmhk", clock: "number", events: [on("2026-07-04", .topUp, "50 HKD")],
      lastDay: "2026-12-31", ends: "2027-01-01T00:00:00+08:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
    Border(
      rule: "cmhk", clock: "number", events: [on("2026-07-04", .topUp, "50 HKD")],
      lastDay: "2026-12-31", ends: "2027-01-01T00:00:00+08:00", at: "2027-01-31T00:00:00+08:00",
      before: .suspended, beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    // The card dies a year after it was bought, on 29 February bought on the 28th.
    Border(
      rule: "cuniq-3-day", clock: "card", events: [on("2028-02-29", .purchase)],
      lastDay: "2029-02-28", ends: "2029-03-01T00:00:00+08:00", before: .active,
      after: .terminated, afterReason: .clockOver),
    // Day three at 23:59.
    Border(
      rule: "cuniq-3-day", clock: "plan",
      events: [on("2026-05-01", .purchase), on("2026-06-01T22:00:00+08:00", .activation)],
      lastDay: "2026-06-03", ends: "2026-06-04T00:00:00+08:00", before: .active,
      after: .terminated, afterReason: .clockOver),
  ]) func border(_ border: Border) throws { try border.check() }

  @Test func valueGBForfeitsTheBalanceInGrace() throws {
    let verdict = try judged(
      "valuegb-hk", [on("2027-03-01", .topUp, "50 HKD")], at: "2028-03-02T00:00:00Z")
    let end = Reason.End(
      day: try day("2028-02-29"), on: .moment(moment("2028-03-01T00:00:00+08:00")))
    #expect(verdict.reasons.first?.fromRule == .clockEnded(end, [.balanceForfeited]))
    #expect(verdict.next.first?.least == .atLeast(money("50 HKD")))
  }

  @Test(arguments: [("valuegb-hk", "49.99 HKD"), ("3hk", "49.99 HKD"), ("cmhk", "49 HKD")])
  func tooLittleAddsNothing(rule: Rule.ID, amount: String) throws {
    let events = [on("2026-06-15", .topUp, "100 HKD"), on("2026-07-15", .topUp, amount)]
    let verdict = try judged(rule, events, at: "2026-07-16T00:00:00Z")
    #expect(verdict.clocks.first?.since == "2026-06-15 topUp 100 HKD")
    #expect(verdict.reasons.contains { $0.code == .record(.belowMinimum) })
  }

  @Test func shinetownKeepsTheLaterOfTwoDates() throws {
    let long = on("2026-05-01", .topUp, "300 HKD")
    let short = on("2026-06-01", .topUp, "50 HKD")
    let kept = try judged("shinetown-hk-smile", [long, short], at: "2026-06-02T00:00:00Z")
    #expect(kept.dueOn?.description == "2027-04-26")
    let late = on("2027-04-20", .topUp, "50 HKD")
    let moved = try judged("shinetown-hk-smile", [long, late], at: "2027-04-21T00:00:00Z")
    #expect(moved.dueOn?.description == "2027-11-16")
  }

  @Test func shinetownNeedsTheAmount() throws {
    let verdict = try judged(
      "shinetown-hk", [on("2026-05-01", .topUp)], at: "2026-06-02T00:00:00Z")
    #expect(verdict.state == .unknown)
    #expect(verdict.missing.map(\.what) == [.amount])
  }

  @Test func ofTwoTablesOf3HKTheStricterWarns() throws {
    let verdict = try judged(
      "3hk", [on("2026-06-15", .topUp, "100 HKD")], at: "2026-09-01T00:00:00Z")
    #expect(verdict.dueOn?.description == "2026-09-13")
    let other = Reason.End(
      day: try day("2026-12-12"), on: .moment(moment("2026-12-13T00:00:00+08:00")))
    #expect(verdict.reasons.compactMap(\.fromRule).contains(.otherReading(other, .active)))
    let older = try #require(verdict.clocks.first { $0.clock == "older" })
    #expect(older.overruled == true)
    #expect(!older.governs)
    // HK$50 count by one table alone, and whether the other one counts is open.
    let little = try judged(
      "3hk", [on("2026-06-15", .topUp, "50 HKD")], at: "2026-09-01T00:00:00Z")
    #expect(little.dueOn?.description == "2026-09-13")
    #expect(little.confidence == .estimated)
  }

  @Test func aPaymentThatCountsSettlesOneThatMayNot() throws {
    let unclear = [on("2026-01-10", .topUp, "50 HKD"), on("2026-02-10", .topUp)]
    let open = try judged("valuegb-hk", unclear, at: "2027-01-15T00:00:00Z")
    #expect(open.state == .unknown)
    #expect(open.missing.map(\.what) == [.amount])
    let settled = try judged(
      "valuegb-hk", unclear + [on("2026-03-01", .topUp, "50 HKD")], at: "2027-03-10T00:00:00Z")
    #expect(settled.state == .grace)
    #expect(settled.missing.isEmpty)
  }

  @Test func cuniqsCardOutlivesItsPlan() throws {
    let verdict = try judged(
      "cuniq-3-day", [on("2026-05-01", .purchase), on("2026-06-01", .activation)],
      at: "2026-06-10T00:00:00Z")
    #expect(verdict.state == .active)
    #expect(verdict.dueClock == "card")
    #expect(verdict.clocks.first { $0.clock == "plan" }?.pack == .expired)
  }
}
