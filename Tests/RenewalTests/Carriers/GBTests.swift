import Renewal
import Testing

/// The rules of carriers in Great Britain, in London's time.
struct GBTests {
  @Test(arguments: [
    // Six months from 31 August end on the last day of February.
    Border(
      rule: "giffgaff", clock: "number", events: [on("2026-08-31", .outgoingCall)],
      lastDay: "2027-02-28", ends: "2027-03-01T00:00:00+00:00", before: .active,
      after: .terminated, afterReason: .clockOver),
    Border(
      rule: "giffgaff", clock: "number", events: [on("2027-08-31", .data)],
      lastDay: "2028-02-29", ends: "2028-03-01T00:00:00+00:00", before: .active,
      after: .terminated, afterReason: .clockOver),
    // A day is London's: 23:30 UTC on 30 June is 1 July there.
    Border(
      rule: "giffgaff", clock: "number", events: [on("2026-06-30T23:30:00Z", .outgoingSMS)],
      lastDay: "2027-01-01", ends: "2027-01-02T00:00:00+00:00", before: .active,
      after: .terminated, afterReason: .clockOver),
    Border(
      rule: "asda-mobile", clock: "number", events: [on("2026-01-15", .topUp, "5 GBP")],
      lastDay: "2026-07-14", ends: "2026-07-15T00:00:00+01:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
    Border(
      rule: "asda-mobile", clock: "number", events: [on("2026-01-15", .topUp, "5 GBP")],
      lastDay: "2026-07-14", ends: "2026-07-15T00:00:00+01:00", at: "2026-10-13T00:00:00+01:00",
      before: .suspended, beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    // Summer time begins on the day of the call and is still on at the end.
    Border(
      rule: "ee-payg", clock: "number", events: [on("2026-03-29", .outgoingCall)],
      lastDay: "2026-09-24", ends: "2026-09-25T00:00:00+01:00", before: .active,
      after: .quarantined, afterReason: .clockEnded),
    // 273 days: 24 September and 94 more, the last four without a way back.
    Border(
      rule: "ee-payg", clock: "number", events: [on("2026-03-29", .outgoingCall)],
      lastDay: "2026-09-24", ends: "2026-09-25T00:00:00+01:00", at: "2026-12-28T00:00:00+00:00",
      before: .quarantined, beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    // A new card has ten days; summer time begins within them.
    Border(
      rule: "ctexcel-uk", clock: "number", events: [on("2026-03-20", .activation)],
      lastDay: "2026-03-30", ends: "2026-03-31T00:00:00+01:00", before: .active,
      after: .unknown, afterReason: .whatFollowsUnknown),
    Border(
      rule: "ctexcel-uk", clock: "number",
      events: [on("2026-03-20", .activation), on("2026-03-28", .topUp, "10 GBP")],
      lastDay: "2026-09-24", ends: "2026-09-25T00:00:00+01:00", before: .active,
      after: .unknown, afterReason: .whatFollowsUnknown),
    // 180 days: 30, 30, 31, 30, 31, 28; then ninety: 3, 30, 31, 26.
    Border(
      rule: "vodafone-uk-payg", clock: "number",
      events: [on("2026-03-01", .outgoingCall, "0.20 GBP")], lastDay: "2026-08-28",
      ends: "2026-08-29T00:00:00+01:00", before: .active, after: .grace,
      afterReason: .clockEnded),
    Border(
      rule: "vodafone-uk-payg", clock: "number", events: [on("2026-03-01", .topUp, "10 GBP")],
      lastDay: "2026-08-28", ends: "2026-08-29T00:00:00+01:00", at: "2026-11-27T00:00:00Z",
      before: .grace, beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "smarty", clock: "service", events: [on("2026-03-10", .pack, "10 GBP")],
      lastDay: "2026-04-10", ends: "2026-04-11T00:00:00+01:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
  ]) func border(_ border: Border) throws { try border.check() }

  @Test func giffgaffCountsNoEmergencyServiceOrIncomingUse() throws {
    let verdict = try judged(
      "giffgaff",
      [
        on("2026-01-10", .activation), on("2026-05-01", .outgoingCall, to: .emergency),
        on("2026-05-02", .outgoingSMS, to: .service), on("2026-05-03", .incomingCall),
      ], at: "2026-07-01T12:00:00Z")
    #expect(verdict.dueOn?.description == "2026-07-10")
    #expect(verdict.reasons.contains { $0.code == .record(.excluded) })
    #expect(verdict.daysLeft == 9)
  }

  @Test(arguments: [Event.Kind.outgoingCall, .outgoingSMS, .outgoingMMS, .data, .topUp, .pack])
  func giffgaffCounts(kind: Event.Kind) throws {
    let verdict = try judged(
      "giffgaff", [on("2026-01-10", .activation), on("2026-05-03", kind)],
      at: "2026-06-01T12:00:00Z")
    #expect(verdict.dueOn?.description == "2026-11-03")
    #expect(verdict.clocks.first?.since == "2026-05-03 \(kind.rawValue)")
  }

  @Test func giffgaffWarnsOnTheStricterReading() throws {
    // 31 August and 180 days is 27 February: by then it is critical, on the 28th it is past that.
    let last = try judged(
      "giffgaff", [on("2026-08-31", .data)], at: "2027-02-28T12:00:00Z")
    #expect(last.clocks.first?.strictLastDay?.description == "2027-02-27")
    #expect(last.state == .active)
    #expect(last.severity == .critical)
    #expect(last.daysLeft == 0)
    #expect(
      last.reasons.compactMap(\.fromRule).contains(.stricterReading(try day("2027-02-27"))))
    #expect(last.next.first?.by?.description == "2027-02-28")
    let before = try judged("giffgaff", [on("2026-08-31", .data)], at: "2027-02-27T12:00:00Z")
    #expect(before.next.first?.by?.description == "2027-02-27")
    // Thirty days before the stricter end, not the written one.
    let first = try judged("giffgaff", [on("2026-08-31", .data)], at: "2027-01-28T12:00:00Z")
    #expect(first.severity == .warning)
    let still = try judged("giffgaff", [on("2026-08-31", .data)], at: "2027-01-27T12:00:00Z")
    #expect(still.severity == .ok)
  }

  @Test func asdaCountsTopUpsAndBundlesNotUse() throws {
    let events = [
      on("2026-01-15", .activation), on("2026-03-01", .outgoingCall), on("2026-04-01", .data),
    ]
    let used = try judged("asda-mobile", events, at: "2026-05-01T00:00:00Z")
    #expect(used.dueOn?.description == "2026-07-14")
    let bundled = try judged(
      "asda-mobile", events + [on("2026-04-02", .pack, "7 GBP")], at: "2026-05-01T00:00:00Z")
    #expect(bundled.dueOn?.description == "2026-09-29")
  }

  @Test func asdaComesBackByACallWhileSuspended() throws {
    let before = [on("2026-01-15", .topUp, "5 GBP")]
    let suspended = try judged("asda-mobile", before, at: "2026-08-01T12:00:00Z")
    #expect(suspended.clocks.first?.stageLastDay?.description == "2026-10-12")
    #expect(suspended.dueOn?.description == "2026-10-12")
    #expect(suspended.next.first?.code == .contactCarrier)
    #expect(suspended.next.first?.by?.description == "2026-10-12")
    let end = Reason.End(
      day: try day("2026-07-14"), on: .moment(moment("2026-07-15T00:00:00+01:00")))
    #expect(suspended.reasons.first?.fromRule == .clockEnded(end, [.outgoingBarred]))
    // A top-up without the call leaves it restricted.
    let topped = try judged(
      "asda-mobile", before + [on("2026-08-02", .topUp, "5 GBP")], at: "2026-08-03T12:00:00Z")
    #expect(topped.state == .suspended)
    #expect(topped.reasons.contains { $0.code == .record(.cameTooLate) })
    // 180 days from the day on which it was reinstated, the last one on which it can be.
    let back = try judged(
      "asda-mobile", before + [on("2026-10-12", .reinstated)], at: "2026-10-13T12:00:00Z")
    #expect(back.state == .active)
    #expect(back.dueOn?.description == "2027-04-10")
    let late = try judged(
      "asda-mobile", before + [on("2026-10-13", .topUp, "5 GBP")], at: "2026-10-13T12:00:00Z")
    #expect(late.state == .terminated)
    #expect(late.reasons.contains { $0.code == .record(.cameTooLate) })
  }

  @Test func hibernationAtEEEndsByContactOnly() throws {
    let events = [on("2026-03-29", .outgoingCall)]
    let topped = try judged(
      "ee-payg", events + [on("2026-10-01", .outgoingCall)], at: "2026-10-02T00:00:00Z")
    #expect(topped.state == .quarantined)
    #expect(topped.confidence == .contradicted)
    #expect(topped.reasons.contains { $0.code == .record(.usedAfterEnd) })
    // Day 269 is 24 September and 90 more; from the next one on nobody brings it back.
    let asleep = try judged("ee-payg", events, at: "2026-12-23T23:59:59Z")
    #expect(asleep.state == .quarantined)
    #expect(asleep.next.first?.code == .contactCarrier)
    #expect(asleep.next.first?.by?.description == "2026-12-23")
    let lost = try judged("ee-payg", events, at: "2026-12-24T00:00:00Z")
    #expect(lost.state == .quarantined)
    #expect(lost.next.map(\.code) == [.readAgain, .askCarrier, .replace])
    let back = try judged(
      "ee-payg", events + [on("2026-10-01", .reinstated)], at: "2026-10-02T00:00:00Z")
    #expect(back.state == .active)
    #expect(back.dueOn?.description == "2027-03-29")
  }

  @Test(arguments: [Event.Kind.topUp, .pack, .outgoingMMS])
  func eeCountsWhatIsPaid(kind: Event.Kind) throws {
    let events = [on("2026-03-29", .outgoingCall)]
    // 1 May and 179 days: 30 in May, 30, 31, 31, 30, and 27 in October.
    let paid = try judged(
      "ee-payg", events + [on("2026-05-01", kind, "1 GBP")], at: "2026-05-02T00:00:00Z")
    #expect(paid.dueOn?.description == "2026-10-27")
  }

  @Test func eeDoesNotCountAnAllowance() throws {
    let verdict = try judged(
      "ee-payg", [on("2026-03-29", .topUp, "10 GBP"), on("2026-05-01", .outgoingCall, "0 GBP")],
      at: "2026-05-02T00:00:00Z")
    #expect(verdict.dueOn?.description == "2026-09-24")
    #expect(verdict.reasons.contains { $0.code == .record(.excluded) })
  }

  @Test func ctexcelIsAnEstimate() throws {
    let verdict = try judged(
      "ctexcel-uk", [on("2026-03-20", .activation)], at: "2026-03-21T00:00:00Z")
    #expect(verdict.confidence == .estimated)
    #expect(verdict.reasons.contains { $0.code == .rule(.userReport) })
    #expect(
      verdict.reasons.compactMap(\.fromRule)
        .contains(.assumed([.anchor, .firstPeriod, .qualifying])))
  }
}
