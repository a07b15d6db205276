import FoundationEssentials
import Renewal
import Testing

/// planned → submitted → confirmed, failed, or unconfirmed after some days.
struct RenewalAttemptTests {
  private var planned: RenewalAttempt {
    RenewalAttempt(id: "a", line: "l", plannedAt: moment("2026-03-27T12:00:00Z"))
  }

  private func submitted() throws -> RenewalAttempt {
    var attempt = planned
    try attempt.submit(at: moment("2026-03-27T20:00:00Z"))
    return attempt
  }

  @Test func itGoesItsWay() throws {
    var attempt = try submitted()
    #expect(attempt.phase == .submitted)
    try attempt.confirm(by: .balanceRose, at: moment("2026-03-28T00:00:00Z"))
    #expect(attempt.phase == .confirmed)
    #expect(attempt.confirmation == .balanceRose)
    #expect(attempt.closedAt == moment("2026-03-28T00:00:00Z"))
  }

  @Test func afterThreeDaysNobodyConfirmedIt() throws {
    let attempt = try submitted()
    let berlin = try #require(Zone("Europe/Berlin")).timeZone
    // Three days of the calendar with the night of summer time: 20:00Z becomes 19:00Z.
    for (text, phase) in [
      ("2026-03-30T18:59:59Z", RenewalAttempt.Phase.submitted),
      ("2026-03-30T19:00:00Z", .unconfirmed),
    ] {
      #expect(attempt.phase(at: moment(text), zone: berlin) == phase)
    }
    #expect(attempt.phase == .submitted)
    #expect(
      attempt.next(at: moment("2026-04-01T00:00:00Z"), zone: berlin).map(\.code)
        == [.askCarrier, .readAgain])
    var late = attempt
    try late.fail(.paymentDeclined, at: moment("2026-04-05T00:00:00Z"))
    #expect(late.phase(at: moment("2026-04-06T00:00:00Z"), zone: berlin) == .failed)
  }

  @Test func otherWaysAreRefused() throws {
    var attempt = planned
    #expect(throws: AttemptError.self) { try attempt.confirm(by: .person, at: .distantFuture) }
    #expect(throws: AttemptError.self) { try attempt.submit(at: moment("2026-03-01T00:00:00Z")) }
    try attempt.submit(at: moment("2026-03-27T20:00:00Z"))
    let again = #expect(throws: AttemptError.self) { try attempt.submit(at: .distantFuture) }
    #expect(again?.from == .submitted)
    #expect(again?.description == "a renewal that is submitted can't become submitted")
    let early = #expect(throws: AttemptError.self) {
      try attempt.fail(.networkError, at: moment("2026-03-27T19:00:00Z"))
    }
    #expect(early?.tooEarly == true)
    try attempt.fail(.networkError, at: moment("2026-03-27T21:00:00Z"))
    #expect(throws: AttemptError.self) { try attempt.confirm(by: .person, at: .distantFuture) }
  }

  @Test(
    arguments: [
      (.paymentDeclined, [.payOtherwise, .tryAgain]), (.insufficientBalance, [.topUp, .tryAgain]),
      (.belowMinimumAmount, [.topUp]), (.wrongRegion, [.useHomeMarket, .payOtherwise]),
      (.accountLocked, [.contactCarrier]), (.barredNeedsContact, [.contactCarrier]),
      (.networkError, [.askCarrier, .tryAgain]),
    ] as [(FailureReason, [NextStep.Code])])
  func everyReasonHasItsSteps(reason: FailureReason, steps: [NextStep.Code]) throws {
    var attempt = try submitted()
    try attempt.fail(reason, at: moment("2026-03-28T00:00:00Z"))
    #expect(attempt.next(at: moment("2026-03-28T00:00:00Z"), zone: .gmt).map(\.code) == steps)
  }

  @Test func everyStepHasItsPlaceInTheGuide() {
    #expect(Set(Samples.steps.values.map(\.phase)) == Set(NextStep.Phase.allCases))
  }

  @Test func whatItKnowsOfItselfIsObserved() throws {
    #expect(RenewalObservations(planned) == nil)
    var attempt = try submitted()
    attempt.amount = money("10 GBP")
    let observed = try #require(RenewalObservations(attempt))
    #expect(observed.submittedAt == moment("2026-03-27T20:00:00Z"))
    #expect(observed.paid == money("10 GBP"))
  }

  @Test func itIsStoredAndReadBackAsItWas() throws {
    var attempt = try submitted()
    attempt.amount = money("10 GBP")
    attempt.channel = .alipay
    try attempt.fail(.wrongRegion, at: moment("2026-03-28T00:00:00Z"))
    let data = try JSONEncoder().encode(attempt)
    #expect(try JSONDecoder().decode(RenewalAttempt.self, from: data) == attempt)
  }
}
