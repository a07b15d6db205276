import Renewal
import Testing
import Words

/// The rules of carriers on the continent.
struct EuropeTests {
  @Test(arguments: [
    // Nine months from 31 May end on the last day of February, in winter time.
    Border(
      rule: "vodafone-de-callya", clock: "number", events: [on("2026-05-31", .topUp, "15 EUR")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00+01:00", before: .active, after: .overdue,
      afterReason: .mayBe),
    Border(
      rule: "vodafone-de-callya", clock: "number", events: [on("2026-05-31", .topUp, "24.99 EUR")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00+01:00", before: .active, after: .overdue,
      afterReason: .mayBe),
    Border(
      rule: "vodafone-de-callya", clock: "number", events: [on("2026-05-31", .topUp, "25 EUR")],
      lastDay: "2027-08-31", ends: "2027-09-01T00:00:00+02:00", before: .active, after: .overdue,
      afterReason: .mayBe),
    // Ninety days from the end: 31 in March, 30 in April, 29 in May.
    Border(
      rule: "vodafone-de-callya", clock: "number", events: [on("2026-05-31", .topUp, "15 EUR")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00+01:00", at: "2027-05-30T00:00:00+02:00",
      before: .overdue, beforeReason: .mayBe, after: .overdue, afterReason: .mayBe),
    // By the newer text ninety days from a call: 30 in March, 30 in April, 30 in May.
    Border(
      rule: "vodafone-de-callya", clock: "use",
      events: [on("2026-03-01", .outgoingCall, "0.09 EUR")], lastDay: "2026-05-30",
      ends: "2026-05-31T00:00:00+02:00", before: .active, after: .grace, afterReason: .clockEnded),
    // Four weeks to object: one day in May, 27 in June.
    Border(
      rule: "vodafone-de-callya", clock: "use",
      events: [on("2026-03-01", .outgoingCall, "0.09 EUR")], lastDay: "2026-05-30",
      ends: "2026-05-31T00:00:00+02:00", at: "2026-06-28T00:00:00+02:00", before: .grace,
      beforeReason: .clockEnded, after: .overdue, afterReason: .mayBe),
    // By the page for new cards fifteen months, which its staff contradicts.
    Border(
      rule: "telekom-de-prepaid", clock: "usual", events: [on("2026-03-01", .topUp, "5 EUR")],
      lastDay: "2027-06-01", ends: "2027-06-02T00:00:00+02:00", before: .active,
      after: .overdue, afterReason: .mayBe),
    // Four months below €15 by one page, and twelve by another; twelve by both from €15 on.
    Border(
      rule: "aldi-talk", clock: "number", events: [on("2026-05-31", .topUp, "14.99 EUR")],
      lastDay: "2026-09-30", ends: "2026-10-01T00:00:00+02:00", before: .active,
      after: .overdue, afterReason: .mayBe),
    Border(
      rule: "aldi-talk", clock: "number", events: [on("2026-05-31", .topUp, "15 EUR")],
      lastDay: "2027-05-31", ends: "2027-06-01T00:00:00+02:00", at: "2027-08-01T00:00:00+02:00",
      before: .suspended, beforeReason: .clockEnded, after: .terminated,
      afterReason: .clockOver),
    // Forty days and fourteen: 31 in March, 9 in April, 14 in April.
    Border(
      rule: "movistar-es", clock: "number", events: [on("2026-08-31", .topUp, "10 EUR")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00+01:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
    Border(
      rule: "movistar-es", clock: "number", events: [on("2026-08-31", .topUp, "10 EUR")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00+01:00", at: "2027-04-24T00:00:00+02:00",
      before: .suspended, beforeReason: .clockEnded, after: .terminated,
      afterReason: .clockOver),
    // 105 days: 30, 30, 31, 14; then six months to come back, and the number may be lost.
    Border(
      rule: "lmt-karte", clock: "number", events: [on("2026-03-01", .topUp, "3.50 EUR")],
      lastDay: "2026-06-14", ends: "2026-06-15T00:00:00+03:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
    Border(
      rule: "lmt-karte", clock: "number", events: [on("2026-03-01", .topUp, "3.50 EUR")],
      lastDay: "2026-06-14", ends: "2026-06-15T00:00:00+03:00", at: "2026-12-15T00:00:00+02:00",
      before: .suspended, beforeReason: .clockEnded, after: .overdue, afterReason: .mayBe),
    // 300 days; a later top-up of €1 does not shorten them.
    Border(
      rule: "lmt-karte", clock: "number",
      events: [on("2026-03-01", .topUp, "20 EUR"), on("2026-04-01", .topUp, "1 EUR")],
      lastDay: "2026-12-26", ends: "2026-12-27T00:00:00+02:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
    // Six months and one, the last day before summer time.
    Border(
      rule: "elisa-ee-stardikas", clock: "number", events: [on("2026-08-31", .topUp, "3 EUR")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00+02:00", at: "2027-03-29T00:00:00+03:00",
      before: .grace, beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
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

  @Test func callYaMayBeGoneAndIsTestedFirst() throws {
    let events = [on("2026-05-31", .topUp, "15 EUR")]
    let overdue = try judged("vodafone-de-callya", events, at: "2027-03-02T12:00:00Z")
    #expect(overdue.words.text(in: .english) == "overdue: it may be barred")
    #expect(overdue.next.first?.code == .test)
    #expect(overdue.next.first { $0.code == .contactCarrier }?.by?.description == "2027-05-29")
    #expect(!overdue.next.map(\.code).contains(.replace))
    let topped = try judged(
      "vodafone-de-callya", events + [on("2027-03-05", .topUp, "15 EUR")],
      at: "2027-03-06T12:00:00Z")
    #expect(topped.state == .active)
    #expect(topped.confidence == .estimated)
    #expect(topped.reasons.contains { $0.code == .rule(.renewedWhenOverdue) })
  }

  @Test func ofTwoTextsOfCallYaTheStricterWarns() throws {
    let events = [on("2026-03-01", .topUp, "15 EUR"), on("2026-03-01", .outgoingCall, "0.09 EUR")]
    let verdict = try judged("vodafone-de-callya", events, at: "2026-05-01T12:00:00Z")
    #expect(verdict.dueOn?.description == "2026-05-30")
    #expect(verdict.dueClock == "use")
    let other = Reason.End(
      day: try day("2026-12-01"), on: .moment(moment("2026-12-02T00:00:00+01:00")))
    #expect(
      verdict.reasons.contains { reason in
        guard
          case .rule(.otherReading(other, .active), clock: "number", by: let authority) = reason,
          case .rule(_, let provenance) = authority
        else { return false }
        return provenance.source.quality == .operatorsOwn
      })
    #expect(verdict.next.map(\.code) == [.use])
    // Each text by itself: without a call on record the other one can't be told.
    let paid = try judged("vodafone-de-callya", [events[0]], at: "2026-05-01T12:00:00Z")
    #expect(paid.dueOn?.description == "2026-12-01")
    #expect(paid.confidence == .estimated)
    #expect(paid.missing.map(\.what) == [.anchor])
  }

  @Test func aCallThatGoesThroughShowsThatCallYaIsThere() throws {
    let events = [
      on("2026-03-01", .topUp, "25 EUR"), on("2026-03-01", .outgoingCall, "0.09 EUR"),
      on("2026-07-01", .outgoingCall, "0.09 EUR"),
    ]
    let before = try judged("vodafone-de-callya", events, at: "2026-06-30T12:00:00Z")
    #expect(before.state == .overdue)
    #expect(before.mayBe == .quarantined)
    let after = try judged("vodafone-de-callya", events, at: "2026-07-02T12:00:00Z")
    #expect(after.state == .active)
    #expect(after.dueOn?.description == "2026-09-29")
    #expect(!after.reasons.contains { $0.code == .rule(.renewedWhenOverdue) })
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

  /// 23 months, a month of notice, three to come back; by Telekom's page it is over long before.
  @Test(arguments: [
    ("2028-02-01T23:59:59+01:00", LineState.active), ("2028-02-02T00:00:00+01:00", .grace),
    ("2028-03-01T23:59:59+01:00", .grace), ("2028-03-02T00:00:00+01:00", .quarantined),
    ("2028-06-01T23:59:59+02:00", .quarantined), ("2028-06-02T00:00:00+02:00", .terminated),
  ]) func telekomsStaffSayTwentyThreeMonths(at: String, state: LineState) throws {
    let verdict = try judged(
      "telekom-de-prepaid", [on("2026-03-01", .topUp, "5 EUR")], at: at)
    let number = try #require(verdict.clocks.first { $0.clock == "number" })
    #expect(number.lastDay?.description == "2028-02-01")
    #expect(number.state == state)
    #expect(verdict.state == (state == .terminated ? .terminated : .overdue))
  }

  @Test func telekomsNoticeIsReadInTwoWays() throws {
    let events = [
      on("2026-03-01", .topUp, "15 EUR"), on("2026-09-01", .notice, date: "2026-10-01"),
    ]
    func verdict(_ at: String) throws -> Verdict {
      try judged("telekom-de-prepaid", events, at: at)
    }
    #expect(try verdict("2026-10-01T23:59:59+02:00").state == .active)
    // Telekom switches it off on the day that it gave, its staff a month after the term.
    let off = try verdict("2026-10-02T00:00:00+02:00")
    #expect(off.state == .overdue)
    #expect(off.mayBe == .quarantined)
    #expect(try verdict("2026-11-02T00:00:00+01:00").state == .quarantined)
    // 112 days end on 21 January, a month and three on 1 February.
    #expect(try verdict("2027-01-21T23:59:59+01:00").state == .quarantined)
    let late = try verdict("2027-01-22T00:00:00+01:00")
    #expect(late.state == .overdue)
    #expect(late.mayBe == .terminated)
    #expect(try verdict("2027-02-02T00:00:00+01:00").state == .terminated)
  }

  @Test func aTopUpDoesAwayWithTelekomsNotice() throws {
    let events = [
      on("2026-03-01", .topUp, "15 EUR"), on("2026-09-01", .notice, date: "2026-10-01"),
      on("2026-09-20", .topUp, "5 EUR"),
    ]
    let verdict = try judged("telekom-de-prepaid", events, at: "2026-10-05T12:00:00Z")
    #expect(verdict.state == .active)
    #expect(verdict.dueOn?.description == "2027-12-20")
    #expect(verdict.missing.isEmpty)
  }

  @Test func telekomComesBackByContact() throws {
    let events = [
      on("2026-03-01", .topUp, "15 EUR"), on("2027-05-01", .notice, date: "2027-06-01"),
    ]
    let verdict = try judged("telekom-de-prepaid", events, at: "2027-07-05T12:00:00Z")
    // Of four months and 112 days to come back in the shorter time warns: 1 Jun + 112 days.
    #expect(verdict.next.first?.code == .contactCarrier)
    #expect(verdict.next.first?.by?.description == "2027-09-21")
    let topped = try judged(
      "telekom-de-prepaid", events + [on("2027-07-06", .topUp, "15 EUR")],
      at: "2027-07-07T12:00:00Z")
    #expect(topped.state == .quarantined)
    #expect(topped.reasons.contains { $0.code == .record(.cameTooLate) })
  }

  @Test func kyivstarsTermsChangedInFebruary2026() throws {
    // Used under the old terms: a year from the call, whatever came later.
    let used = [on("2026-02-05", .incomingCall)]
    let old = try judged("kyivstar-prepaid", used, at: "2026-06-01T00:00:00Z")
    #expect(old.dueOn?.description == "2027-02-05")
    // The day after a call counts for nothing, and a payment by the new terms.
    let new = try judged(
      "kyivstar-prepaid", used + [on("2026-02-06", .incomingCall), on("2026-03-01", .data)],
      at: "2026-06-01T00:00:00Z")
    #expect(new.dueOn?.description == "2027-02-05")
    let paid = try judged(
      "kyivstar-prepaid", used + [on("2026-03-01", .topUp, "30 UAH")], at: "2026-06-01T00:00:00Z")
    #expect(paid.dueOn?.description == "2026-11-30")
    #expect(try judged("kyivstar-prepaid", used, at: "2027-02-06T12:00:00Z").state == .unknown)
  }

  @Test(arguments: [
    // One top-up a year keeps a Viking's card; 2028 has a 29 February, and the year still ends on the 28th.
    Border(
      rule: "mobile-vikings-prepaid", clock: "number", events: [on("2027-02-28", .topUp, "15 EUR")],
      lastDay: "2028-02-28", ends: "2028-02-29T00:00:00+01:00", before: .active,
      after: .terminated, afterReason: .clockOver),
    // DNA gives twelve months from a top-up, then fourteen days more: 1 to 14 March.
    Border(
      rule: "dna-fi-prepaid", clock: "number", events: [on("2026-02-28", .topUp, "10 EUR")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00+02:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
    Border(
      rule: "dna-fi-prepaid", clock: "number", events: [on("2026-02-28", .topUp, "10 EUR")],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00+02:00", at: "2027-03-15T00:00:00+02:00",
      before: .suspended, beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
  ]) func keptByOneTopUpAYear(_ border: Border) throws { try border.check() }

  @Test func ofTwoStagesTheShorterOneWarns() throws {
    // 1 Mar + 120 days = 29 Jun, and from there 270 days by one source, 120 by the other: 27 Oct.
    let verdict = try judged(
      "simpa", [on("2026-03-01", .topUp, "110 HRK")], at: "2026-07-05T12:00:00Z")
    #expect(verdict.state == .suspended)
    #expect(verdict.deadline?.description == "2026-10-27")
    #expect(verdict.dueOn?.description == "2026-10-27")
  }
}
