import FoundationEssentials
import Renewal
import Testing

/// What its owner or its carrier does with a line as a whole.
struct CourseTests {
  private static let started = on("2026-01-01", .activation)

  private func verdict(_ events: [Event], at text: String) throws -> Verdict {
    try judged(own: clock(180, .day), [Self.started] + events, at: text + "T12:00:00Z")
  }

  @Test func aSuspendedLineHasToBeResumedInTime() throws {
    let suspended = on("2026-02-01", .suspension, "5 CNY", date: "2026-08-01")
    let found = try verdict([suspended], at: "2026-07-20")
    #expect(found.state == .suspended)
    #expect(found.duties.map(\.what) == [.resume])
    #expect(found.deadline?.description == "2026-08-01")
    #expect(found.actBy?.description == "2026-07-29")
    #expect(found.reasons.first?.code == .record(.suspendedAtWish))
    #expect(found.next.map(\.code) == [.resume])
    #expect(try verdict([suspended], at: "2026-08-05").severity == .critical)
    // Its time begins anew.
    let resumed = try verdict([suspended, on("2026-07-30", .resumption)], at: "2026-08-05")
    #expect(resumed.state == .active)
    #expect(resumed.deadline?.description == "2027-01-26")
  }

  @Test func aSuspensionWithoutAnEndIsToBeFoundOut() throws {
    let found = try verdict([on("2026-02-01", .suspension)], at: "2026-03-01")
    #expect(found.state == .suspended && found.severity == .warning)
    #expect(found.duty?.what == .findOut && found.next.map(\.code) == [.askCarrier])
  }

  @Test func aBarThatTheCarrierReportsIsNoWishOfItsOwner() throws {
    var barred = on("2026-02-01", .suspension)
    barred.origin = .carrier
    let found = try verdict([barred], at: "2026-02-03")
    #expect(found.state == .suspended && found.severity == .critical)
    #expect(found.duty?.what == .contactCarrier && found.duty?.since?.description == "2026-02-01")
    #expect(found.reasons.contains { $0.code == .record(.barred) })
    #expect(found.next.map(\.code).contains(.contactCarrier))
    // What was paid since may have helped or not; a call that went out shows that it did.
    for kind in [Event.Kind.topUp, .incomingCall] {
      #expect(try verdict([barred, on("2026-02-02", kind)], at: "2026-02-03").state == .suspended)
    }
    for kind in [Event.Kind.reinstated, .resumption, .outgoingCall] {
      #expect(try verdict([barred, on("2026-02-02", kind)], at: "2026-02-03").state == .active)
    }
    // The carrier confirms what its owner asked for.
    let wished = on("2026-01-31", .suspension, date: "2026-08-01")
    let confirmed = try verdict([wished, barred], at: "2026-02-03")
    #expect(confirmed.duty?.what == .resume && confirmed.severity != .critical)
  }

  @Test func aBarForDebtEndsWithAPayment() throws {
    let barred = on("2026-02-01", .barredForDebt)
    let found = try verdict([barred], at: "2026-02-03")
    #expect(found.state == .suspended && found.severity == .critical)
    #expect(found.duty?.what == .topUp && found.next.first?.code == .topUp)
    #expect(found.reasons.first?.code == .record(.barred))
    for kind in [Event.Kind.topUp, .transferIn, .reinstated, .outgoingCall] {
      let paid = try verdict([barred, on("2026-02-02", kind)], at: "2026-02-03")
      #expect(paid.state == .active && paid.duty?.what == .renew)
    }
    #expect(try verdict([on("2026-01-30", .topUp), barred], at: "2026-02-03").state == .suspended)
  }

  @Test func whatWasDeclinedAndSentAgainIsNotPaidTwice() throws {
    let events = [Self.started, on("2026-02-01", .declined, "10 GBP")]
    var line = Line(id: "own", name: "own")
    line.clocks = [clock(180, .day)]
    func verdict(submitted: String) -> Verdict {
      judge(
        line, by: RuleBook(), events: events,
        submitted: moment(submitted), at: moment("2026-02-03T12:00:00Z"), zone: .gmt)
    }
    let found = verdict(submitted: "2026-02-02T12:00:00Z")
    #expect(found.duty?.what == .verifyRenewal && found.next.first?.code == .verifyRenewal)
    #expect(found.reasons.contains { $0.code == .record(.sentAgain) })
    #expect(!found.next.contains { [.payOtherwise, .tryAgain].contains($0.code) })
    // Whatever is sent is looked into before more is paid.
    let ordinary = judge(
      line, by: RuleBook(), events: [Self.started], submitted: moment("2026-06-20T12:00:00Z"),
      at: moment("2026-06-25T12:00:00Z"), zone: .gmt)
    #expect(ordinary.next.first?.code == .verifyRenewal)
    // What was sent before was what was declined.
    #expect(verdict(submitted: "2026-01-31T12:00:00Z").duty?.what == .payAgain)
  }

  @Test(arguments: [Event.Kind.cancel, .portOut])
  func aPlannedEndTakesTheOtherDutiesWithIt(kind: Event.Kind) throws {
    let planned = on("2026-03-31", kind)
    let found = try verdict([planned], at: "2026-03-10")
    #expect(found.state == .active)
    #expect(found.duties.map(\.what) == [.prepareEnd])
    #expect(found.deadline?.description == "2026-03-31")
    #expect(found.actBy?.description == "2026-03-28")
    #expect(try verdict([planned], at: "2026-03-31").state == .active, "its day is its last one")
    let over = try verdict([planned], at: "2026-04-01")
    #expect(over.state == .terminated && over.isOver && over.duties.isEmpty)
    #expect(over.next.map(\.code) == [.removeFromList])
    let afar = try verdict([on("2026-09-30", kind)], at: "2026-03-10")
    #expect(afar.duties.map(\.what) == [.renew, .prepareEnd], "it has to last until then")
  }

  @Test func theCarriersLaterWordReopensWhatHadEnded() throws {
    let ended = on("2026-02-01", .portOut)
    let word = on("2026-03-01", .notice, date: "2026-12-31")
    let found = try verdict([ended, word], at: "2026-03-02")
    #expect(found.state == .active && found.deadline?.description == "2026-12-31")
    #expect(found.reasons.first?.code == .record(.reopened))
    let old = on("2026-03-01", .notice, date: "2026-01-31")
    #expect(try verdict([ended, old], at: "2026-03-02").state == .terminated)
  }

  @Test func whatWasDeclinedIsToBePaid() throws {
    let declined = on("2026-03-01", .declined, "10 GBP")
    let found = try verdict([declined], at: "2026-03-02")
    #expect(found.duty?.what == .payAgain && found.severity == .warning)
    #expect(found.reasons.first?.code == .record(.declined))
    #expect(found.next.prefix(2).map(\.code) == [.payOtherwise, .tryAgain])
    let paid = try verdict([declined, on("2026-03-03", .topUp, "10 GBP")], at: "2026-03-04")
    #expect(paid.duties.map(\.what) == [.renew])
    let before = try verdict([on("2026-02-28", .topUp, "10 GBP"), declined], at: "2026-03-04")
    #expect(before.duty?.what == .payAgain)
  }
}
