import Renewal
import Testing

/// India: ninety days without use, debits of twenty rupees, then a carrier may deactivate a number, which comes
/// back within fifteen days.
struct INTests {
  static let used = on("2026-01-01", .incomingCall)

  @Test(arguments: [
    // Two debits are in ₹45, the third is not.
    Border(
      rule: "india-prepaid", clock: "number", events: [used, on("2026-03-01", .balance, "45 INR")],
      lastDay: "2026-05-31", ends: "2026-06-01T00:00:00+05:30", before: .active, after: .overdue,
      afterReason: .mayBe),
    Border(
      rule: "india-prepaid", clock: "number",
      events: [used, on("2026-03-01", .balance, "19.99 INR")], lastDay: "2026-04-01",
      ends: "2026-04-02T00:00:00+05:30", before: .active, after: .overdue, afterReason: .mayBe),
    Border(
      rule: "india-prepaid", clock: "number", events: [used, on("2026-03-01", .balance, "0 INR")],
      lastDay: "2026-04-01", ends: "2026-04-02T00:00:00+05:30", at: "2026-04-17T00:00:00+05:30",
      before: .overdue, beforeReason: .mayBe, after: .overdue, afterReason: .mayBe),
    // Nobody noted the balance: past the ninety days there is nothing to say.
    Border(
      rule: "india-prepaid", clock: "number", events: [used], lastDay: "2026-04-01",
      ends: "2026-04-02T00:00:00+05:30", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
  ]) func border(_ border: Border) throws { try border.check() }

  @Test(arguments: [Event.Kind.incomingCall, .outgoingCall, .outgoingSMS, .data])
  func useCounts(kind: Event.Kind) throws {
    let verdict = try judged(
      "india-prepaid", [Self.used, on("2026-02-01", kind)], at: "2026-02-02T00:00:00Z")
    #expect(verdict.dueOn?.description == "2026-05-02")
  }

  /// The regulator counts calls both ways, and messages only when sent.
  @Test func aMessageReceivedIsNoUse() throws {
    let verdict = try judged(
      "india-prepaid", [Self.used, on("2026-02-01", .incomingSMS)], at: "2026-02-02T00:00:00Z")
    #expect(verdict.dueOn?.description == "2026-04-01")
  }

  @Test func pastTheNinetyDaysItMayBeSuspendedAndThenGone() throws {
    let events = [Self.used, on("2026-03-01", .balance, "0 INR")]
    let first = try judged("india-prepaid", events, at: "2026-04-16T23:59:59+05:30")
    #expect(first.mayBe == .suspended)
    let then = try judged("india-prepaid", events, at: "2026-04-17T00:00:00+05:30")
    #expect(then.mayBe == .terminated)
  }

  @Test func theMissingBalanceIsNamed() throws {
    let verdict = try judged("india-prepaid", [Self.used], at: "2026-04-02T00:00:00+05:30")
    #expect(verdict.missing.map(\.what) == [.balance])
    #expect(verdict.severity == .critical)
    #expect(verdict.next.map(\.code).contains(.askCarrier))
  }

  @Test func debitsAreCounted() throws {
    let verdict = try judged(
      "india-prepaid", [Self.used, on("2026-03-01", .balance, "45 INR")],
      at: "2026-05-10T00:00:00Z")
    #expect(verdict.reasons.compactMap(\.fromRule).contains(.debited(2, of: money("20 INR"))))
    #expect(verdict.confidence == .estimated)
    #expect(verdict.next.map(\.code).contains(.keepBalance))
  }

  @Test func topUpsAddToTheKnownBalance() throws {
    let verdict = try judged(
      "india-prepaid",
      [Self.used, on("2026-03-01", .balance, "5 INR"), on("2026-03-10", .topUp, "20 INR")],
      at: "2026-04-10T00:00:00Z")
    #expect(verdict.state == .active)
    #expect(verdict.dueOn?.description == "2026-05-01")
  }

  @Test func debitsBeforeANewUseAreSpent() throws {
    // ₹45 carry it from 1 April to 1 May; a call on 10 April starts ninety days, and of the money
    // one debit is left for what follows them.
    let verdict = try judged(
      "india-prepaid",
      [Self.used, on("2026-03-01", .balance, "45 INR"), on("2026-04-10", .incomingCall)],
      at: "2026-04-11T00:00:00Z")
    #expect(verdict.dueOn?.description == "2026-08-08")
  }

  @Test func moneyBringsItBackWhenOverdue() throws {
    let events = [
      Self.used, on("2026-03-01", .balance, "0 INR"), on("2026-04-10", .topUp, "20 INR"),
    ]
    let verdict = try judged("india-prepaid", events, at: "2026-04-11T00:00:00Z")
    #expect(verdict.state == .active)
    #expect(verdict.dueOn?.description == "2026-05-01")
    #expect(verdict.confidence == .estimated)
    let late = try judged(
      "india-prepaid", Array(events.dropLast()) + [on("2026-04-17", .topUp, "20 INR")],
      at: "2026-04-18T00:00:00Z")
    // Whoever takes money need not have kept the number.
    #expect(late.state == .active)
    #expect(late.confidence == .estimated)
    #expect(late.reasons.contains { $0.code == .rule(.renewedWhenOverdue) })
  }

  static let plan = on("2026-01-01", .purchase, "199 INR", term: Period(28, .day))

  @Test(arguments: [
    // 28 days of plan end on 29 January, sixty days later it is 30 March.
    Border(
      rule: "airtel-india-prepaid", clock: "sixty", events: [plan], lastDay: "2026-03-30",
      ends: "2026-03-31T00:00:00+05:30", before: .active, after: .overdue, afterReason: .mayBe),
    // Ninety days later 29 April.
    Border(
      rule: "jio-india-prepaid", clock: "number", events: [plan], lastDay: "2026-04-29",
      ends: "2026-04-30T00:00:00+05:30", before: .active, after: .terminated,
      afterReason: .clockOver),
    Border(
      rule: "vi-india-prepaid", clock: "number", events: [plan], lastDay: "2026-04-29",
      ends: "2026-04-30T00:00:00+05:30", before: .active, after: .overdue, afterReason: .mayBe),
    // A hundred and eighty days later 28 July; by the periods of grace barred from 6 February, seven
    // days later.
    Border(
      rule: "bsnl-india-prepaid", clock: "graces", events: [plan], lastDay: "2026-02-05",
      ends: "2026-02-06T00:00:00+05:30", before: .active, after: .overdue, afterReason: .mayBe),
  ]) func carriersOwn(_ border: Border) throws { try border.check() }

  /// One source calls it active for 180 days, and the other one barred for 165 from the eighth on: the
  /// stricter one warns.
  @Test func bsnlHasTwoReadings() throws {
    let barred = try judged("bsnl-india-prepaid", [Self.plan], at: "2026-07-20T23:59:59+05:30")
    let days = barred.clocks.map { $0.lastDay?.description }
    #expect(days == ["2026-01-29", "2026-07-28", "2026-02-05"])
    #expect(barred.state == .overdue)
    #expect(barred.mayBe == .suspended)
    #expect(barred.reasons.compactMap(\.fromRule?.code).contains(.otherReading))
    #expect(barred.next.map(\.code).contains(.buyPack))
    let then = try judged("bsnl-india-prepaid", [Self.plan], at: "2026-07-21T00:00:00+05:30")
    #expect(then.mayBe == .terminated)
  }

  @Test func airtelMayBeGoneAndNoMore() throws {
    // Ninety days and fifteen in which it can be brought back end on 14 May; by the source of the
    // sixty nobody knows.
    let before = try judged("airtel-india-prepaid", [Self.plan], at: "2026-05-14T23:59:59+05:30")
    #expect(before.state == .overdue)
    #expect(before.reasons.compactMap(\.fromRule?.code).contains(.otherReading))
    let after = try judged("airtel-india-prepaid", [Self.plan], at: "2026-05-15T00:00:00+05:30")
    #expect(after.state == .overdue)
    #expect(after.mayBe == .terminated)
  }
}
