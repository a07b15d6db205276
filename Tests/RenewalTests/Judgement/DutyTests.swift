import CardState
import FoundationEssentials
import Renewal
import Testing

/// What a person has to do, and by when: over all that runs out on a line.
struct DutyTests {
  private static let number = clock(180, .day)
  private static let pack: Clock = {
    var clock = Clock(id: "pack", .pack, anchor: [.purchase])
    clock.zone = Zone("UTC")
    return clock
  }()
  private static let started = on("2026-01-01", .activation)

  private func line(_ clocks: [Clock], _ change: (inout Line) -> Void = { _ in }) -> Line {
    var line = Line(id: "a", name: "a")
    line.clocks = clocks
    change(&line)
    return line
  }

  private func verdict(_ line: Line, _ events: [Event], at text: String) -> Verdict {
    judge(line, by: RuleBook(), events: events, at: moment(text + "T12:00:00Z"), zone: .gmt)
  }

  @Test func aPackThatEndsTomorrowComesBeforeANumberThatLastsForMonths() throws {
    let events = [Self.started, on("2026-03-01", .pack, term: Period(30, .day))]
    let found = verdict(line([Self.number, Self.pack]), events, at: "2026-03-30")
    let duty = try #require(found.duty)
    #expect(duty.what == .buyPack && duty.clock == "pack")
    #expect(duty.deadline?.description == "2026-03-31" && duty.daysLeft == 1)
    #expect(duty.actBy.description == "2026-03-28")
    #expect(found.severity == .critical)
    #expect(found.dueOn?.description == "2026-06-30", "the line itself lasts")
    #expect(found.duties.map(\.what) == [.buyPack, .renew])
    #expect(found.reasons.first?.clock == "pack")
    #expect(found.next.first?.code == .buyPack)
  }

  @Test func aPackCountsDownWhereTheRuleSpeaksOfNone() throws {
    let events = [Self.started, on("2026-03-01", .pack, term: Period(30, .day))]
    let found = verdict(line([Self.number]), events, at: "2026-03-10")
    #expect(found.clocks.map(\.clock) == ["number", "pack"])
    #expect(found.duty?.deadline?.description == "2026-03-31")
    let extra = verdict(line([Self.number]) { $0.plan = .payAsYouGo }, events, at: "2026-03-10")
    #expect(extra.duty?.what == .renew, "whoever pays as they go has packs as extras")
  }

  @Test func creditThatEndsIsADuty() throws {
    var credit = Clock(id: "credit", .balance, anchor: [.lastTopUp], period: Period(90, .day))
    credit.zone = Zone("UTC")
    let events = [Self.started, on("2026-01-01", .topUp, "10 GBP"), on("2026-03-20", .use)]
    let number = { () -> Clock in
      var clock = Self.number
      clock.anchor = [.lastUse]
      return clock
    }()
    let found = verdict(line([number, credit]), events, at: "2026-03-28")
    #expect(found.duty?.what == .keepBalance)
    #expect(found.deadline?.description == "2026-04-01")
    #expect(found.actBy?.description == "2026-03-29")
  }

  @Test(
    arguments: [(nil, "2027-02-24"), (0, "2027-02-27"), (10, "2027-02-17")] as [(Int?, String)])
  func ofTwoReadingsTheStricterCountsLessTheLead(lead: Int?, actBy: String) throws {
    var half = clock(6, .month)
    half.anchor = [.activation]
    let found = verdict(
      line([half]) { $0.leadDays = lead }, [on("2026-08-31", .activation)], at: "2026-12-01")
    #expect(found.deadline?.description == "2027-02-27")
    #expect(found.actBy?.description == actBy)
  }

  @Test func whatIsPressingWithALastDayComesBeforeWhatIsOnlyLow() throws {
    let poor = line([Self.number]) { $0.lowBalance = money("10 GBP") }
    let events = [Self.started, on("2026-02-01", .balance, "0.20 GBP")]
    let early = verdict(poor, events, at: "2026-03-01")
    #expect(early.duty?.what == .topUp && early.duty?.deadline == nil)
    #expect(early.actBy?.description == "2026-02-01" && early.severity == .warning)
    #expect(early.listedOn?.description == "2026-02-01")
    let late = verdict(poor, events, at: "2026-06-28")
    #expect(late.duty?.what == .renew && late.duties.last?.what == .topUp)
    #expect(late.severity == .critical)
    // The first last day stays in sight behind what is to be done first.
    #expect(early.deadline != nil && early.deadline == late.deadline)
  }

  @Test func aStageIsPressingFromItsBeginning() throws {
    var kept = Self.number
    kept.stages = [Stage(.suspended, for: Period(90, .day), recoverBy: .topUp)]
    let found = verdict(line([kept]), [Self.started], at: "2026-07-05")
    #expect(found.state == .suspended)
    #expect(found.duty?.what == .renew)
    #expect(found.deadline?.description == "2026-09-28")
    #expect(found.actBy?.description == "2026-09-25")
    #expect(found.listedOn?.description == "2026-06-30")
    #expect(found.severity == .critical)
  }

  @Test func whatIsPastAndNobodyKnowsWhatFollowsIsOverdue() throws {
    var open = Self.number
    open.stages = nil
    let found = verdict(line([open]), [Self.started], at: "2026-07-02")
    #expect(found.state == .unknown)
    #expect(found.deadline?.description == "2026-06-30" && found.duty?.daysLeft == -2)
  }

  @Test func aTravelProfileThatIsUsedUpIsOverAndAsksForNothing() throws {
    let events = [on("2026-03-01", .purchase), on("2026-03-28T08:00:00Z", .activation)]
    let found = try judged("keepgo-unlimited", events, at: "2026-03-31T12:00:00Z")
    #expect(found.isOver)
    #expect(found.duties.isEmpty && found.severity == .ok && found.missing.isEmpty)
    #expect(found.next.map(\.code) == [.removeFromList])
  }

  @Test func aRefusalIsToBeFoundOutWhereNothingElseIsKnown() throws {
    let bare = Line(id: "x", name: "x")
    func verdict(_ rule: Evidence.Rule, _ events: [Event] = []) -> Verdict {
      let refused = Evidence(
        rule, .refused, .strong, sources: ["EF.LOCI"], readAt: moment("2026-03-01T10:00:00Z"))
      return judge(
        bare, by: RuleBook(), events: events, evidence: [refused],
        at: moment("2026-03-02T12:00:00Z"), zone: .gmt)
    }
    let found = verdict(.refusedByHome)
    #expect(found.state == .unknown && found.severity == .warning)
    #expect(found.duty?.what == .findOut && found.next.first?.code == .askCarrier)
    #expect(found.reasons.first?.code == .card(.cardNotes))
    // What was paid after the read may have been for that.
    #expect(verdict(.refusedByHome, [on("2026-03-02", .topUp)]).duty == nil)
    #expect(verdict(.refusedRoaming).duty == nil)
  }

  @Test func whatTheCardContradictsIsToBeFoundOut() throws {
    let refused = Evidence(
      .refusedByHome, .refused, .strong, sources: ["EF.LOCI"],
      readAt: moment("2026-03-01T10:00:00Z"))
    let found = judge(
      line([Self.number]), by: RuleBook(), events: [Self.started], evidence: [refused],
      at: moment("2026-03-02T12:00:00Z"), zone: .gmt)
    #expect(found.confidence == .contradicted)
    #expect(found.duty?.what == .findOut && found.actBy?.description == "2026-03-01")
  }
}
