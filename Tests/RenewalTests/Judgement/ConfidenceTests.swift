import CardState
import FoundationEssentials
import Renewal
import Testing

/// Evidence moves the confidence and adds a reason. It never changes the state.
struct ConfidenceTests {
  static let used = on("2026-01-15", .outgoingCall)

  private func evidence(
    _ rule: Evidence.Rule, _ says: Evidence.Statement, _ strength: Evidence.Strength,
    readAt: String, since: String? = nil, day: String? = nil
  ) -> Evidence {
    var evidence = Evidence(rule, says, strength, sources: ["EF"], readAt: moment(readAt))
    evidence.since = since.map(moment)
    evidence.day = day
    return evidence
  }

  private func confidence(
    _ evidence: Evidence..., rule: Rule.ID = "giffgaff", events: [Event] = [used],
    at: String = "2026-03-01T00:00:00Z"
  ) throws -> Confidence {
    try judged(rule, events, at: at, evidence: evidence).confidence
  }

  @Test func withoutACardItFollowsFromTheRule() throws {
    #expect(try confidence() == .derived)
    #expect(try confidence(rule: "ctexcel-uk") == .estimated)
    #expect(try confidence(events: []) == .unknown)
    #expect(
      try confidence(events: [Self.used, on("2026-01-20", .notice, date: "2026-09-01")])
        == .confirmed)
    #expect(
      try confidence(events: [Self.used, on("2026-01-20", .explicitDate, date: "2026-09-01")])
        == .derived)
  }

  @Test func aRegistrationBearsOutALivingLine() throws {
    let dated = evidence(
      .acceptedBetweenReads, .aliveBetweenReads, .strongest, readAt: "2026-02-20T00:00:00Z",
      since: "2026-02-01T00:00:00Z")
    let undated = evidence(.acceptedAtLastUse, .wasAlive, .strong, readAt: "2026-02-20T00:00:00Z")
    #expect(try confidence(dated) == .confirmed)
    #expect(try confidence(undated) == .derived)
    #expect(try confidence(undated, rule: "ctexcel-uk") == .derived)
    // Read before the present period began, it says nothing about it.
    let old = evidence(.acceptedAtLastUse, .wasAlive, .strong, readAt: "2026-01-01T00:00:00Z")
    #expect(try confidence(old, rule: "ctexcel-uk") == .estimated)
  }

  @Test func aRegistrationAfterTheEndContradictsTheLoss() throws {
    let after = evidence(
      .acceptedBetweenReads, .aliveBetweenReads, .strongest, readAt: "2026-10-01T00:00:00Z",
      since: "2026-08-01T00:00:00Z")
    let verdict = try judged("giffgaff", [Self.used], at: "2026-10-02T00:00:00Z", evidence: [after])
    #expect(verdict.state == .terminated)
    #expect(verdict.confidence == .contradicted)
    guard case .card(.contradicts(nil), let testimony) = verdict.reasons.first else {
      Issue.record("\(verdict.reasons)")
      return
    }
    #expect(testimony.rule == .acceptedBetweenReads)
    #expect(verdict.next.map(\.code).contains(.askCarrier))
    // It may have been before the end, or at an unknown date.
    let around = evidence(
      .acceptedBetweenReads, .aliveBetweenReads, .strongest, readAt: "2026-10-01T00:00:00Z",
      since: "2026-07-01T00:00:00Z")
    #expect(try confidence(around, at: "2026-10-02T00:00:00Z") == .derived)
    let undated = evidence(.acceptedAtLastUse, .wasAlive, .strong, readAt: "2026-10-01T00:00:00Z")
    #expect(try confidence(undated, at: "2026-10-02T00:00:00Z") == .derived)
  }

  @Test func aRegistrationAfterACancellationContradictsIt() throws {
    let ended = [Self.used, on("2026-03-01", .cancel)]
    func accepted(since: String) -> Evidence {
      evidence(
        .acceptedBetweenReads, .aliveBetweenReads, .strongest, readAt: "2026-04-01T00:00:00Z",
        since: since)
    }
    let after = try judged(
      "giffgaff", ended, at: "2026-04-02T00:00:00Z",
      evidence: [accepted(since: "2026-03-03T00:00:00Z")])
    #expect(after.state == .terminated && after.confidence == .contradicted)
    #expect(after.severity == .warning && after.next.map(\.code).contains(.askCarrier))
    // It may have been on the last day, or before.
    let around = try judged(
      "giffgaff", ended, at: "2026-04-02T00:00:00Z",
      evidence: [accepted(since: "2026-03-01T09:00:00Z")])
    #expect(around.confidence == .confirmed)
  }

  @Test func aBarredLineStaysRegistered() throws {
    let after = evidence(
      .acceptedBetweenReads, .aliveBetweenReads, .strongest, readAt: "2026-08-20T00:00:00Z",
      since: "2026-08-01T00:00:00Z")
    let verdict = try judged(
      "asda-mobile", [on("2026-01-15", .topUp)], at: "2026-09-01T00:00:00Z", evidence: [after])
    #expect(verdict.state == .suspended)
    #expect(verdict.confidence == .derived)
  }

  @Test func aRefusalContradictsALivingLine() throws {
    let refused = evidence(.refusedByHome, .refused, .strong, readAt: "2026-02-20T00:00:00Z")
    let verdict = try judged(
      "giffgaff", [Self.used], at: "2026-03-01T00:00:00Z", evidence: [refused])
    #expect(verdict.state == .active)
    #expect(verdict.confidence == .contradicted)
    #expect(verdict.severity == .warning)
    // What was refused before the last renewal is what the renewal was for.
    let before = evidence(.refusedByHome, .refused, .strong, readAt: "2026-01-10T00:00:00Z")
    #expect(try confidence(before) == .derived)
    let maybe = evidence(.refusedSubscriber, .maybeBarred, .medium, readAt: "2026-02-20T00:00:00Z")
    #expect(try confidence(maybe) == .estimated)
    let abroad = evidence(.refusedRoaming, .roamingRefused, .weak, readAt: "2026-02-20T00:00:00Z")
    #expect(try confidence(abroad) == .derived)
  }

  @Test func aRefusalBearsOutALoss() throws {
    let refused = evidence(.refusedByHome, .refused, .strong, readAt: "2026-09-01T00:00:00Z")
    #expect(try confidence(refused, at: "2026-10-02T00:00:00Z") == .confirmed)
    let early = evidence(.refusedByHome, .refused, .strong, readAt: "2026-06-01T00:00:00Z")
    #expect(try confidence(early, at: "2026-10-02T00:00:00Z") == .derived)
  }

  @Test func aCardThatWasNeverUsed() throws {
    let never = evidence(.neverActivated, .neverUsed, .strong, readAt: "2026-02-20T00:00:00Z")
    #expect(try confidence(never) == .contradicted)
    // An activation by the carrier needs no phone.
    #expect(try confidence(never, events: [on("2026-01-15", .activation)]) == .derived)
    #expect(
      try confidence(never, rule: "keepgo-unlimited", events: [on("2026-01-15", .purchase)])
        == .confirmed)
    let wiped = evidence(.neverActivated, .emptied, .none, readAt: "2026-02-20T00:00:00Z")
    #expect(try confidence(wiped) == .derived)
  }

  @Test func aCardThatWasUsedBeforeItsActivationIsNoted() throws {
    let accepted = evidence(.acceptedAtLastUse, .wasAlive, .strong, readAt: "2026-02-20T00:00:00Z")
    let verdict = try judged(
      "keepgo-unlimited", [on("2026-01-15", .purchase)], at: "2026-03-01T00:00:00Z",
      evidence: [accepted])
    #expect(verdict.state == .pendingActivation)
    #expect(verdict.confidence == .contradicted)
    #expect(verdict.next.first?.action == .record(.activation))
  }

  @Test func aTextOfTheCarrierWeighsEitherWay() throws {
    let same = evidence(
      .carrierText, .validUntil, .strong, readAt: "2026-02-20T00:00:00Z", day: "2026-07-15")
    #expect(try confidence(same) == .confirmed)
    let other = evidence(
      .carrierText, .validUntil, .strong, readAt: "2026-02-20T00:00:00Z", day: "2026-05-01")
    let verdict = try judged("giffgaff", [Self.used], at: "2026-03-01T00:00:00Z", evidence: [other])
    #expect(verdict.confidence == .contradicted)
    #expect(verdict.dueOn?.description == "2026-07-15")
    #expect(verdict.next.first?.action == .recordNotice(try day("2026-05-01")))
    let old = evidence(
      .carrierText, .validUntil, .strong, readAt: "2026-01-10T00:00:00Z", day: "2026-05-01")
    #expect(try confidence(old) == .derived)
  }

  @Test(arguments: Evidence.Rule.known) func noEvidenceChangesTheState(rule: Evidence.Rule)
    throws
  {
    guard rule != .notALine else { return }
    let piece = evidence(
      rule, .refused, .strongest, readAt: "2026-10-01T00:00:00Z", since: "2026-08-01T00:00:00Z",
      day: "2027-01-01")
    for at in ["2026-03-01T00:00:00Z", "2026-07-15T12:00:00Z", "2026-10-02T00:00:00Z"] {
      let bare = try judged("giffgaff", [Self.used], at: at)
      let weighed = try judged("giffgaff", [Self.used], at: at, evidence: [piece])
      #expect(bare.state == weighed.state)
      #expect(bare.dueOn == weighed.dueOn)
      #expect(weighed.reasons.count == bare.reasons.count + 1)
    }
  }

  @Test func theOrderOfEvidenceChangesNothing() throws {
    let pieces = [
      evidence(.acceptedAtLastUse, .wasAlive, .strong, readAt: "2026-02-20T00:00:00Z"),
      evidence(.refusedSubscriber, .maybeBarred, .medium, readAt: "2026-02-21T00:00:00Z"),
      evidence(.profileDisabled, .cannotBeUsed, .none, readAt: "2026-02-21T00:00:00Z"),
    ]
    let verdict = try judged("giffgaff", [Self.used], at: "2026-03-01T00:00:00Z", evidence: pieces)
    let turned = try judged(
      "giffgaff", [Self.used], at: "2026-03-01T00:00:00Z", evidence: pieces.reversed())
    #expect(verdict == turned)
  }
}
