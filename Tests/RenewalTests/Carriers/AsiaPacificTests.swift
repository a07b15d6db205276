import Renewal
import Testing

/// The rules of carriers in Thailand, China and New Zealand.
struct AsiaPacificTests {
  @Test(arguments: [
    Border(
      rule: "ais-thailand", clock: "number", events: [on("2026-01-10", .topUp, "10 THB")],
      lastDay: "2026-02-09", ends: "2026-02-10T00:00:00+07:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    // Each top-up adds thirty days to the end, not to the day of the top-up.
    Border(
      rule: "ais-thailand", clock: "number",
      events: [on("2026-01-10", .topUp, "10 THB"), on("2026-01-20", .topUp, "10 THB")],
      lastDay: "2026-03-11", ends: "2026-03-12T00:00:00+07:00", before: .active, after: .unknown,
      afterReason: .whatFollowsUnknown),
    Border(
      rule: "ais-thailand", clock: "pack",
      events: [
        on("2026-01-10", .topUp, "10 THB"), on("2026-01-12", .pack, term: Period(7, .day)),
      ],
      lastDay: "2026-01-19", ends: "2026-01-20T00:00:00+07:00", before: .active, after: .unknown,
      afterReason: .clockOver),
    Border(
      rule: "ais-sim2fly", clock: "window", events: [on("2026-01-01", .install)],
      lastDay: "2026-03-02", ends: "2026-03-03T00:00:00+07:00", before: .pendingActivation,
      beforeReason: .windowOpen, after: .terminated, afterReason: .clockOver),
    // Eight days of 24 hours, from the minute of the activation.
    Border(
      rule: "ais-sim2fly", clock: "pack",
      events: [
        on("2026-01-01", .pack, "399 THB", term: Period(8, .day)), on("2026-01-01", .install),
        on("2026-02-10T18:30:00+07:00", .activation), on("2026-02-11T09:00:00+07:00", .firstData),
      ],
      lastDay: "2026-02-18", ends: "2026-02-18T18:30:00+07:00", before: .active, after: .unknown,
      afterReason: .clockOver),
    Border(
      rule: "china-mobile-prepaid", clock: "number", events: [on("2026-11-02", .topUp, "30 CNY")],
      lastDay: "2027-01-31", ends: "2027-02-01T00:00:00+08:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
    Border(
      rule: "china-mobile-prepaid", clock: "number", events: [on("2026-11-02", .topUp, "50 CNY")],
      lastDay: "2027-01-31", ends: "2027-02-01T00:00:00+08:00", at: "2027-05-02T00:00:00+08:00",
      before: .suspended, beforeReason: .clockEnded, after: .terminated, afterReason: .clockOver),
    Border(
      rule: "china-mobile-prepaid", clock: "number", events: [on("2026-11-02", .topUp, "100 CNY")],
      lastDay: "2027-05-01", ends: "2027-05-02T00:00:00+08:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
    Border(
      rule: "china-mobile-prepaid", clock: "number", events: [on("2026-11-02", .topUp, "500 CNY")],
      lastDay: "2027-10-28", ends: "2027-10-29T00:00:00+08:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
    Border(
      rule: "china-mobile-prepaid", clock: "number", events: [on("2026-11-02", .topUp, "10 CNY")],
      lastDay: "2026-11-17", ends: "2026-11-18T00:00:00+08:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
    Border(
      rule: "china-mobile-prepaid", clock: "number", events: [on("2026-11-02", .activation)],
      lastDay: "2027-05-02", ends: "2027-05-03T00:00:00+08:00", before: .active,
      after: .suspended, afterReason: .clockEnded),
    // Summer time ends on the day of the top-up and is on again at the end.
    Border(
      rule: "vodafone-nz", clock: "number", events: [on("2026-04-05", .topUp, "20 NZD")],
      lastDay: "2027-03-31", ends: "2027-04-01T00:00:00+13:00", before: .active,
      after: .terminated, afterReason: .clockOver),
  ]) func border(_ border: Border) throws { try border.check() }

  @Test func aisStopsAt365DaysWhereAYearHas366() throws {
    // From 1 March 2027 a year ends on 1 March 2028, and 365 days on 29 February.
    let events = (0..<13).map { on("2027-03-01T0\($0 / 10):\(10 + $0):00Z", .topUp, "10 THB") }
    let verdict = try judged("ais-thailand", events, at: "2027-03-02T00:00:00Z")
    #expect(verdict.clocks.first?.lastDay?.description == "2028-02-29")
  }

  @Test func aisStopsAt365DaysFromTheTopUp() throws {
    // Thirteen top-ups on one day are 390 days; 365 from that day are all there is.
    let events = (0..<13).map { on("2026-01-10T0\($0 / 10):\(10 + $0):00Z", .topUp, "10 THB") }
    let verdict = try judged("ais-thailand", events, at: "2026-01-11T00:00:00Z")
    #expect(verdict.clocks.first?.lastDay?.description == "2027-01-10")
    #expect(verdict.reasons.contains { $0.code == .rule(.capped) })
    // Seven weeks later there is room again: thirty days from the cap.
    let more = try judged(
      "ais-thailand", events + [on("2026-03-01", .topUp, "10 THB")], at: "2026-03-02T00:00:00Z")
    #expect(more.clocks.first?.lastDay?.description == "2027-02-09")
    // The twelfth alone leaves it below the cap.
    let fewer = try judged("ais-thailand", Array(events.prefix(12)), at: "2026-01-11T00:00:00Z")
    #expect(fewer.clocks.first?.lastDay?.description == "2027-01-05")
  }

  @Test func aisFirstTopUpIsALowerBound() throws {
    let verdict = try judged(
      "ais-thailand", [on("2026-01-10", .topUp, "10 THB")], at: "2026-01-11T00:00:00Z")
    #expect(verdict.confidence == .estimated)
    #expect(verdict.reasons.contains { $0.code == .rule(.previousEndUnknown) })
  }

  @Test func sim2FlyIsInUseFromTheFirstData() throws {
    let events = [
      on("2025-12-20", .pack, "399 THB", term: Period(8, .day)), on("2026-01-01", .install),
    ]
    let used = try judged(
      "ais-sim2fly", events + [on("2026-03-02", .firstData)], at: "2026-03-03T00:00:00Z")
    #expect(used.state == .active)
    // Eight days of 24 hours, from the day's first minute since nobody noted a later one.
    #expect(used.dueOn?.description == "2026-03-09")
    #expect(used.reasons.contains { $0.code == .record(.windowMet) })
    let late = try judged(
      "ais-sim2fly", events + [on("2026-03-03", .firstData)], at: "2026-03-04T00:00:00Z")
    // The rule ends it; the use speaks against that.
    #expect(late.state == .overdue)
    #expect(late.mayBe == .terminated)
    #expect(late.confidence == .contradicted)
    #expect(late.reasons.contains { $0.code == .record(.usedAfterEnd) })
  }

  @Test func chinaMobileAddsTopUpsByOneSourceAlone() throws {
    // Ninety days from 2 December end on 2 March; 180 from the first day on 1 May, or on 30 May if
    // the second top-up adds.
    let events = [on("2026-11-02", .topUp, "30 CNY"), on("2026-12-02", .topUp, "30 CNY")]
    let verdict = try judged("china-mobile-prepaid", events, at: "2026-12-03T00:00:00Z")
    #expect(verdict.dueOn?.description == "2027-03-02")
    let added = Reason.End(
      day: try day("2027-05-01"), on: .moment(moment("2027-05-02T00:00:00+08:00")))
    #expect(verdict.reasons.compactMap(\.fromRule).contains(.otherReading(added, .active)))
    // By the stricter one it is suspended on 3 March, and by the other one it is not.
    let past = try judged("china-mobile-prepaid", events, at: "2027-03-03T12:00:00Z")
    #expect(past.state == .overdue)
    #expect(past.mayBe == .suspended)
    #expect(past.next.first?.code == .test)
  }

  @Test func vodafoneNZCountsTopUpsOnly() throws {
    let verdict = try judged(
      "vodafone-nz", [on("2026-04-05", .topUp, "20 NZD"), on("2026-12-01", .outgoingCall)],
      at: "2026-12-02T00:00:00Z")
    #expect(verdict.dueOn?.description == "2027-03-31")
    let nothing = try judged("vodafone-nz", [], at: "2026-12-02T00:00:00Z")
    #expect(nothing.state == .unknown)
    #expect(nothing.missing.first?.anyOf == [.lastTopUp])
  }
}
