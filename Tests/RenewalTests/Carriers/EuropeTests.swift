import Renewal
import Testing

/// The rules of carriers in Germany and Ukraine.
struct EuropeTests {
  @Test(arguments: [
    // Nine months from 31 May end on the last day of February, in winter time.
    Border(
      rule: "vodafone-de-callya", clock: "number", events: [on("2026-05-31", .topUp, "15 EUR")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00+01:00", before: .active,
      after: .quarantined,
      afterReason: .clockEnded),
    Border(
      rule: "vodafone-de-callya", clock: "number", events: [on("2026-05-31", .topUp, "24.99 EUR")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00+01:00", before: .active,
      after: .quarantined,
      afterReason: .clockEnded),
    Border(
      rule: "vodafone-de-callya", clock: "number", events: [on("2026-05-31", .topUp, "25 EUR")],
      lastDay: "2027-08-31", ends: "2027-09-01T00:00:00+02:00", before: .active,
      after: .quarantined,
      afterReason: .clockEnded),
    // Ninety days from the end: 31 in March, 30 in April, 29 in May.
    Border(
      rule: "vodafone-de-callya", clock: "number", events: [on("2026-05-31", .topUp, "15 EUR")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00+01:00", at: "2027-05-30T00:00:00+02:00",
      before: .quarantined, beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "telekom-de-prepaid", clock: "number",
      events: [on("2026-03-01", .explicitDate, date: "2026-10-01")], lastDay: "2026-10-01",
      ends: "2026-10-02T00:00:00+02:00", before: .active, after: .quarantined,
      afterReason: .clockEnded),
    // 112 days later, across the end of summer time.
    Border(
      rule: "telekom-de-prepaid", clock: "number",
      events: [on("2026-03-01", .explicitDate, date: "2026-10-01")], lastDay: "2026-10-01",
      ends: "2026-10-02T00:00:00+02:00", at: "2027-01-22T00:00:00+01:00", before: .quarantined,
      beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    // 274 days, across the end of summer time: 18 in February, 31, 30, 31, 30, 31, 31, 30, 31, 11.
    Border(
      rule: "kyivstar-prepaid", clock: "number", events: [on("2026-02-10", .topUp, "30 UAH")],
      lastDay: "2026-11-11", ends: "2026-11-12T00:00:00+02:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
    // 274 and 91 days are the year.
    Border(
      rule: "kyivstar-prepaid", clock: "number", events: [on("2026-02-10", .topUp, "30 UAH")],
      lastDay: "2026-11-11", ends: "2026-11-12T00:00:00+02:00", at: "2027-02-11T00:00:00+02:00",
      before: .suspended, beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "kyivstar-prepaid", clock: "number", events: [on("2026-06-01", .pack, "225 UAH")],
      lastDay: "2027-03-02", ends: "2027-03-03T00:00:00+02:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
    Border(
      rule: "kyivstar-contract", clock: "number", events: [on("2026-02-10", .incomingCall)],
      lastDay: "2026-04-11", ends: "2026-04-12T00:00:00+03:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
  ]) func border(_ border: Border) throws { try border.check() }

  @Test func callYaCountsNothingBelowFifteenEuros() throws {
    let verdict = try judged(
      "vodafone-de-callya", [on("2026-05-31", .topUp, "14.99 EUR")], at: "2026-06-01T00:00:00Z")
    #expect(verdict.state == .unknown)
    #expect(
      verdict.reasons.compactMap(\.fromRecord)
        .contains(.belowMinimum(money("15 EUR"), on: .day(try day("2026-05-31")))))
  }

  @Test func callYaComesBackByACallAndNotByATopUp() throws {
    let events = [on("2026-05-31", .topUp, "15 EUR")]
    let gone = try judged("vodafone-de-callya", events, at: "2027-03-02T12:00:00Z")
    #expect(gone.next.first?.code == .contactCarrier)
    #expect(gone.next.first?.by?.description == "2027-05-29")
    // Vodafone may terminate it at the end, and does not have to.
    #expect(gone.confidence == .estimated)
    let topped = try judged(
      "vodafone-de-callya", events + [on("2027-03-05", .topUp, "15 EUR")],
      at: "2027-03-06T12:00:00Z")
    #expect(topped.state == .quarantined)
    #expect(topped.reasons.contains { $0.code == .record(.cameTooLate) })
  }

  @Test func kyivstarCountsPaymentsAndNoUse() throws {
    let used = try judged(
      "kyivstar-prepaid", [on("2026-03-01", .outgoingCall), on("2026-03-01", .incomingSMS)],
      at: "2026-03-02T00:00:00Z")
    #expect(used.state == .unknown)
    #expect(used.missing.first?.anyOf == [.lastTopUp])
    let paid = on("2026-02-10", .topUp, "30 UAH")
    let little = try judged(
      "kyivstar-prepaid", [paid, on("2026-03-01", .topUp, "29.99 UAH"), on("2026-04-01", .data)],
      at: "2026-04-02T00:00:00Z")
    #expect(little.dueOn?.description == "2026-11-11")
    #expect(little.reasons.contains { $0.code == .record(.belowMinimum) })
    let back = try judged(
      "kyivstar-prepaid", [paid, on("2026-12-01", .topUp, "30 UAH")], at: "2026-12-02T00:00:00Z")
    #expect(back.state == .active)
    #expect(back.dueOn?.description == "2027-09-01")
  }

  @Test func kyivstarsContractCountsNoMessageReceived() throws {
    let events = [on("2026-02-10", .topUp, "5 UAH"), on("2026-03-01", .incomingSMS)]
    let verdict = try judged("kyivstar-contract", events, at: "2026-03-02T00:00:00Z")
    #expect(verdict.dueOn?.description == "2026-04-11")
  }

  @Test func telekomNeedsADate() throws {
    let nothing = try judged(
      "telekom-de-prepaid", [on("2026-03-01", .topUp, "15 EUR")], at: "2026-03-02T00:00:00Z")
    #expect(nothing.state == .unknown)
    #expect(nothing.missing.first?.anyOf == [.explicitDate])
    // A top-up after the date was noted has moved it to nobody knows when.
    let events = [
      on("2026-03-01", .explicitDate, date: "2026-10-01"), on("2026-09-01", .topUp, "15 EUR"),
    ]
    let before = try judged("telekom-de-prepaid", events, at: "2026-09-02T00:00:00Z")
    #expect(before.state == .active)
    #expect(before.missing.map(\.what) == [.date])
    let after = try judged("telekom-de-prepaid", events, at: "2026-10-02T12:00:00Z")
    #expect(after.state == .unknown)
    #expect(after.severity == .critical)
  }

  @Test func telekomsTopUpComesTooLateInQuarantine() throws {
    let events = [
      on("2026-03-01", .explicitDate, date: "2026-10-01"), on("2026-10-05", .topUp, "15 EUR"),
    ]
    let verdict = try judged("telekom-de-prepaid", events, at: "2026-10-06T12:00:00Z")
    #expect(verdict.state == .quarantined)
    #expect(verdict.reasons.contains { $0.code == .record(.cameTooLate) })
    let back = on("2026-10-07", .reinstated)
    let open = try judged("telekom-de-prepaid", events + [back], at: "2026-10-08T12:00:00Z")
    #expect(open.state == .unknown)
    #expect(open.missing.map(\.what) == [.date])
    let date = on("2026-10-08", .notice, date: "2027-10-01")
    let known = try judged("telekom-de-prepaid", events + [back, date], at: "2026-10-08T12:00:00Z")
    #expect(known.state == .active)
    #expect(known.confidence == .confirmed)
  }

  @Test func telekomComesBackByContactAndFifteenEuros() throws {
    let verdict = try judged(
      "telekom-de-prepaid", [on("2026-03-01", .explicitDate, date: "2026-10-01")],
      at: "2026-10-05T12:00:00Z")
    #expect(verdict.next.first?.code == .contactCarrier)
    #expect(verdict.next.first?.by?.description == "2027-01-21")
  }
}
