import Renewal
import Testing
import Words

/// povo 2.0: the number's clock follows the last paid topping.
struct JPTests {
  static let topping = on("2026-04-01", .pack, "390 JPY", term: Period(7, .day))

  @Test(arguments: [
    // The topping ends on 8 April; the day after is the first of 180.
    Border(
      rule: "povo-2", clock: "number", events: [topping], lastDay: "2026-10-05",
      ends: "2026-10-06T00:00:00+09:00", before: .active, after: .overdue,
      afterReason: .mayBe),
    Border(
      rule: "povo-2", clock: "number", events: [topping], lastDay: "2026-10-05",
      ends: "2026-10-06T00:00:00+09:00", at: "2026-11-05T00:00:00+09:00", before: .overdue,
      beforeReason: .mayBe, after: .overdue, afterReason: .mayBe),
    // Never topped up: 180 days from the activation, itself included.
    Border(
      rule: "povo-2", clock: "number", events: [on("2026-04-01", .activation)],
      lastDay: "2026-09-27", ends: "2026-09-28T00:00:00+09:00", before: .active, after: .overdue,
      afterReason: .mayBe),
    // ¥330 and ¥331 are more than ¥660 together: 180 days from the second call, itself included.
    Border(
      rule: "povo-2", clock: "number",
      events: [
        topping, on("2026-09-01", .outgoingCall, "330 JPY"),
        on("2026-10-01", .outgoingSMS, "331 JPY"),
      ],
      lastDay: "2027-03-29", ends: "2027-03-30T00:00:00+09:00", before: .active,
      after: .overdue, afterReason: .mayBe),
  ]) func border(_ border: Border) throws { try border.check() }

  @Test func sixHundredAndSixtyYenAreNotEnough() throws {
    let verdict = try judged(
      "povo-2",
      [
        Self.topping, on("2026-09-01", .outgoingCall, "330 JPY"),
        on("2026-10-01", .outgoingCall, "330 JPY"),
      ], at: "2026-10-02T00:00:00Z")
    #expect(verdict.dueOn?.description == "2026-10-05")
    #expect(
      verdict.reasons.compactMap(\.fromRecord)
        .contains(.sumNotReached(money("660 JPY"), on: .day(try day("2026-10-01")))))
  }

  @Test func whatIsOlderThanTheWindowIsNotAddedUp() throws {
    // 4 April to 1 October are 180 days: the first call is just out of the window.
    let verdict = try judged(
      "povo-2",
      [
        Self.topping, on("2026-04-04", .outgoingCall, "600 JPY"),
        on("2026-10-01", .outgoingCall, "100 JPY"),
      ], at: "2026-10-02T00:00:00Z")
    #expect(verdict.dueOn?.description == "2026-10-05")
  }

  @Test func amountsRenewOnce() throws {
    let events = [
      Self.topping, on("2026-09-01", .outgoingCall, "700 JPY"),
      on("2026-10-01", .outgoingCall, "10 JPY"),
    ]
    let verdict = try judged("povo-2", events, at: "2026-10-02T00:00:00Z")
    #expect(verdict.dueOn?.description == "2027-02-27")
  }

  @Test func aFreeToppingDoesNotCount() throws {
    let free = on("2026-08-01", .pack, "0 JPY", term: Period(1, .day))
    let verdict = try judged("povo-2", [Self.topping, free], at: "2026-08-02T00:00:00Z")
    #expect(verdict.dueOn?.description == "2026-10-05")
    #expect(verdict.reasons.contains { $0.code == .record(.belowMinimum) })
  }

  @Test func aToppingBoughtWhenOverdueMayHaveComeInTime() throws {
    let paid = on("2026-11-01", .pack, "390 JPY", term: Period(7, .day))
    let verdict = try judged("povo-2", [Self.topping, paid], at: "2026-11-02T00:00:00Z")
    #expect(verdict.state == .active)
    #expect(verdict.reasons.contains { $0.code == .rule(.renewedWhenOverdue) })
    // 8 November, and 180 days from the 9th.
    #expect(verdict.dueOn?.description == "2027-05-07")
    #expect(
      verdict.reasons.contains {
        if case .record(.followsClock(["topping"], _), _, _) = $0 { true } else { false }
      })
  }

  @Test func pastTheDayItMayBeBarredAndThenGone() throws {
    let events = [Self.topping]
    let barred = try judged("povo-2", events, at: "2026-10-06T00:00:00+09:00")
    #expect(barred.words.text(in: .english) == "overdue: it may be barred")
    #expect(barred.mayBe == .quarantined)
    #expect(barred.severity == .critical)
    #expect(
      barred.next.first?.sentence.text(in: .english)
        == "test it now: call, SMS; then: cardinfo log test call")
    #expect(
      barred.next.map { $0.action.words.text(in: .english) }.contains(
        "use it for more than 660 JPY: call, SMS"))
    #expect(barred.next.map(\.code).contains(.contactCarrier))
    let gone = try judged("povo-2", events, at: "2026-11-05T00:00:00+09:00")
    #expect(gone.words.text(in: .english) == "overdue: it may be gone")
    #expect(!gone.next.map(\.code).contains(.replace))
    // Years later nobody knows more.
    #expect(try judged("povo-2", events, at: "2030-01-01T00:00:00Z").state == .overdue)
  }

  @Test func theToppingItselfIsAPack() throws {
    let verdict = try judged("povo-2", [Self.topping], at: "2026-04-09T00:00:00+09:00")
    let topping = try #require(verdict.clocks.first { $0.clock == "topping" })
    #expect(topping.pack == .expired)
    #expect(topping.lastDay?.description == "2026-04-08")
    #expect(verdict.state == .active)
    #expect(verdict.severity == .ok)
  }
}
