import FoundationEssentials
import Renewal
import Testing

/// The states of a line and the ways between them.
struct StateMachineTests {
  /// Ten days of each stage after thirty days.
  static var staged: Clock {
    var clock = clock(30, .day)
    clock.stages = [
      Stage(.grace, for: Period(10, .day), recoverBy: .topUp),
      Stage(.suspended, for: Period(10, .day), effects: [.noService], recoverBy: .topUp),
      Stage(.quarantined, for: Period(10, .day), effects: [.numberLost], recoverBy: .contact),
    ]
    return clock
  }

  static let start = on("2026-01-01", .activation)

  @Test(
    arguments: [
      ("2026-01-31T23:59:59Z", .active), ("2026-02-01T00:00:00Z", .grace),
      ("2026-02-10T23:59:59Z", .grace), ("2026-02-11T00:00:00Z", .suspended),
      ("2026-02-20T23:59:59Z", .suspended), ("2026-02-21T00:00:00Z", .quarantined),
      ("2026-03-02T23:59:59Z", .quarantined), ("2026-03-03T00:00:00Z", .terminated),
      ("2099-01-01T00:00:00Z", .terminated),
    ] as [(String, LineState)])
  func stagesFollowOneAnother(at: String, state: LineState) throws {
    #expect(try judged(own: Self.staged, [Self.start], at: at).state == state)
  }

  @Test(
    arguments: [
      ("2026-02-05", .active), ("2026-02-15", .active), ("2026-02-25", .quarantined),
      ("2026-03-10", .terminated),
    ] as [(String, LineState)])
  func aTopUpBringsBackUntilQuarantine(day: String, state: LineState) throws {
    let verdict = try judged(
      own: Self.staged, [Self.start, on(day, .topUp)], at: day + "T12:00:00Z")
    #expect(verdict.state == state)
  }

  @Test(arguments: ["2026-02-05", "2026-02-15", "2026-02-25", "2026-03-10"])
  func theCarrierCanReinstate(day: String) throws {
    let verdict = try judged(
      own: Self.staged, [Self.start, on(day, .reinstated)], at: day + "T12:00:00Z")
    #expect(verdict.state == .active)
    #expect(verdict.daysLeft == 30)
    #expect(verdict.reasons.contains { $0.code == .record(.reinstated) })
  }

  @Test(arguments: [Event.Kind.cancel, .portOut])
  func aCancelledLineStaysSo(kind: Event.Kind) throws {
    let verdict = try judged(
      own: Self.staged,
      [Self.start, on("2026-01-10", kind), on("2026-01-20", .topUp)],
      at: "2026-01-22T00:00:00Z")
    #expect(verdict.state == .terminated)
    #expect(verdict.severity == .ok)
    #expect(verdict.confidence == .confirmed)
    #expect(verdict.next.map(\.code) == [.removeFromList])
    #expect(verdict.reasons.first?.code == .record(kind == .cancel ? .cancelled : .portedOut))
  }

  @Test func theCarrierReinstatesWhatWasCancelled() throws {
    let verdict = try judged(
      own: Self.staged,
      [Self.start, on("2026-01-10", .cancel), on("2026-01-21", .reinstated)],
      at: "2026-01-22T00:00:00Z")
    #expect(verdict.state == .active)
    #expect(verdict.reasons.first?.code == .record(.reopened))
  }

  @Test func aCancellationThatWasPlannedTakesEffectAfterItsDay() throws {
    let events = [Self.start, on("2026-01-20", .cancel)]
    let before = try judged(own: Self.staged, events, at: "2026-01-20T23:59:59Z")
    #expect(before.state == .active)
    #expect(before.reasons.first?.code == .record(.cancellationAhead))
    let after = try judged(own: Self.staged, events, at: "2026-01-21T00:00:00Z")
    #expect(after.state == .terminated)
  }

  @Test func aCancellationThatWasWrittenDownOnItsDayTakesEffectAtOnce() throws {
    var cancelled = on("2026-01-20", .cancel)
    cancelled.recordedAt = moment("2026-01-20T09:00:00Z")
    let verdict = try judged(
      own: Self.staged, [Self.start, cancelled], at: "2026-01-20T10:00:00Z")
    #expect(verdict.state == .terminated)
  }

  @Test func aLineWaitsForItsActivation() throws {
    var window = Clock(
      id: "window", .activationWindow, anchor: [.purchase], period: Period(180, .day))
    window.zone = Zone("UTC")
    let clocks = [window, Self.staged]
    let bought = on("2026-01-01", .purchase)
    let pending = try judged(own: clocks, [bought], at: "2026-06-30T23:59:59Z")
    #expect(pending.state == .pendingActivation)
    #expect(pending.dueOn?.description == "2026-06-30")
    #expect(pending.next.first?.code == .activate)
    let over = try judged(own: clocks, [bought], at: "2026-07-01T00:00:00Z")
    #expect(over.state == .terminated)
    let used = try judged(
      own: clocks, [bought, on("2026-06-30", .activation)], at: "2026-07-01T00:00:00Z")
    #expect(used.state == .active)
    #expect(used.dueOn?.description == "2026-07-30")
  }

  @Test func withoutRuleOrAnchorNothingIsSaid() throws {
    let line = Line(id: "x", name: "x")
    let now = moment("2026-01-01T00:00:00Z")
    let bare = judge(line, by: RuleBook(), events: [], at: now, zone: .gmt)
    #expect(bare.state == .unknown)
    #expect(bare.severity == .unknown)
    #expect(bare.confidence == .unknown)
    #expect(bare.missing.map(\.what) == [.rule])
    #expect(bare.reasons.map(\.fromRule) == [.noRule(nil)])
    let lost = judge(
      Line(id: "x", name: "x", rule: "nobody"), by: RuleBook(), events: [], at: now, zone: .gmt)
    #expect(lost.missing.map(\.what) == [.knownRule])
    #expect(lost.reasons.first?.fromRule == .noRule("nobody"))
    let unanchored = try judged(own: Self.staged, [], at: "2026-01-01T00:00:00Z")
    #expect(unanchored.state == .unknown)
    #expect(unanchored.missing.first?.anyOf == [.activation, .lastTopUp])
    #expect(unanchored.next.map(\.code) == [.record, .askCarrier])
  }

  @Test func aNoticeOutweighsWhatIsWorkedOut() throws {
    let verdict = try judged(
      own: Self.staged,
      [Self.start, on("2026-03-20", .notice, date: "2026-12-24")], at: "2026-03-21T00:00:00Z")
    #expect(verdict.state == .active)
    #expect(verdict.confidence == .confirmed)
    #expect(verdict.dueOn?.description == "2026-12-24")
    let reason = try #require(verdict.reasons.first { $0.code == .record(.carrierNotice) })
    let notice = Reason.FromRecord.carrierNotice(
      try day("2026-12-24"), on: .day(try day("2026-03-20")), amount: nil)
    #expect(
      reason == .record(notice, clock: reason.clock, event: "2026-03-20 notice 2026-12-24"))
  }

  @Test func dueSoonIsASeverity() throws {
    var line = Line(id: "own", name: "own")
    line.clocks = [clock(180, .day)]
    line.thresholds = [
      Threshold(days: 120, .warning), Threshold(days: 14, .warning), Threshold(days: 3, .critical),
    ]
    func verdict(_ text: String) -> Verdict {
      judge(
        line, by: RuleBook(), events: [on("2026-01-01", .activation)], at: moment(text), zone: .gmt)
    }
    // The last day is 30 June.
    for (text, severity, threshold, left) in [
      ("2026-03-01T12:00:00Z", Severity.ok, nil, 121), ("2026-03-02T12:00:00Z", .warning, 120, 120),
      ("2026-06-16T00:00:00Z", .warning, 14, 14), ("2026-06-26T23:59:59Z", .warning, 14, 4),
      ("2026-06-27T00:00:00Z", .critical, 3, 3), ("2026-06-30T23:59:59Z", .critical, 3, 0),
    ] as [(String, Severity, Int?, Int)] {
      let verdict = verdict(text)
      #expect(verdict.state == .active)
      #expect(verdict.severity == severity, "\(text)")
      #expect(verdict.clocks.first?.threshold == threshold, "\(text)")
      #expect(verdict.daysLeft == left, "\(text)")
    }
  }

  @Test func pastTheStricterReadingItIsCriticalWithoutAnyThreshold() throws {
    let verdict = try judged("giffgaff", [on("2026-08-31", .data)], at: "2027-02-28T12:00:00Z") {
      $0.thresholds = []
    }
    #expect(verdict.severity == .critical)
    // Without a threshold it is the lead that counts, three days before the last one.
    let pressing = try judged("giffgaff", [on("2026-08-31", .data)], at: "2027-02-24T12:00:00Z") {
      $0.thresholds = []
    }
    #expect(pressing.severity == .critical)
    let before = try judged("giffgaff", [on("2026-08-31", .data)], at: "2027-02-23T12:00:00Z") {
      $0.thresholds = []
    }
    #expect(before.severity == .ok)
  }

  @Test func aPackThatIsUsedUpIsExhausted() throws {
    var pack = Clock(id: "pack", .pack, anchor: [.purchase])
    pack.zone = Zone("UTC")
    let events = [
      on("2026-01-02", .pack, term: Period(30, .day)), on("2026-01-05", .exhausted),
    ]
    let empty = try judged(
      own: [Self.staged, pack], [Self.start] + events, at: "2026-01-06T00:00:00Z")
    #expect(empty.clocks.last?.pack == .exhausted)
    #expect(empty.state == .active)
    let full = try judged(
      own: [Self.staged, pack],
      [Self.start] + events + [on("2026-01-06", .pack, term: Period(30, .day))],
      at: "2026-01-06T00:00:00Z")
    #expect(full.clocks.last?.pack == .active)
    #expect(full.clocks.last?.lastDay?.description == "2026-02-05")
  }

  @Test func ownClocksTakeThePlaceOfTheRules() throws {
    let verdict = try judged(
      "giffgaff", [on("2026-01-01", .activation)], at: "2026-01-02T00:00:00Z"
    ) { $0.clocks = [clock(30, .day)] }
    #expect(verdict.clocks.count == 1)
    #expect(verdict.dueOn?.description == "2026-01-31")
  }

  @Test func aClockThatIsAboutAnotherIsNotRenewed() throws {
    let verdict = try judged(
      own: Self.staged, [Self.start, on("2026-01-20", .topUp, clock: "credit")],
      at: "2026-01-21T00:00:00Z")
    #expect(verdict.dueOn?.description == "2026-01-31")
  }

  @Test func everyStateHasItsNamesElsewhere() {
    #expect(LineState.correspondences.map(\.state) == LineState.allCases)
    let suspended = LineState.correspondences.first { $0.state == .suspended }
    #expect(suspended?.tmForum == "suspended")
    #expect(suspended?.storeKit == ["inBillingRetryPeriod"])
  }
}
