import FoundationEssentials
import Renewal
import Testing

/// Did it succeed, what is the date of, is it plausible.
struct RenewalProofTests {
  private func proof(
    _ text: String, market: String? = "GB",
    _ change: (inout RenewalProof.Expectation) -> Void = { _ in }
  ) throws -> RenewalProof {
    let pounds = Currency(rawValue: "GBP")
    let on = try day("2026-11-20")
    var expected = RenewalProof.Expectation(receivedOn: on, currency: pounds)
    change(&expected)
    let reading = try shippedReader.get().read(
      text, .init(receivedOn: on, market: market, currency: pounds))
    return RenewalProof(reading, expected)
  }

  private static let paid = "Your top-up of £10.00 was successful."

  @Test func theDayOfTheNumberIsTheEnd() throws {
    let proof = try proof(Self.paid + " Your number is valid until 20/05/2027.")
    #expect(proof.answer.label == .yes)
    guard case .day(let end, _) = proof.end else {
      Issue.record("\(proof.end)")
      return
    }
    #expect(end == (try day("2027-05-20")))
  }

  @Test func theDayOfTheMoneyIsNotThatOfTheNumber() throws {
    let text = Self.paid + " Your credit is valid until 20/05/2027."
    let proof = try proof(text) { $0.subject = .number }
    #expect(proof.answer.label == .yes)
    #expect(proof.until == nil)
    guard case .ofOther(let end, let statement) = proof.end else {
      Issue.record("\(proof.end)")
      return
    }
    #expect(end == (try day("2027-05-20")) && statement.about == .balance)
  }

  @Test func aDateThatCanBeReadTwiceIsAskedFor() throws {
    let text = Self.paid + " Your number is valid until 05/04/2027."
    let proof = try proof(text, market: nil)
    #expect(proof.answer.label == .yes)
    #expect(proof.end == .open(.dateOf, [try day("2027-04-05"), try day("2027-05-04")]))
  }

  @Test(arguments: ["20/11/2062", "20/11/2206", "20/11/2569", "01/02/2020"])
  func aDateFarOffIsNotBelieved(date: String) throws {
    let proof = try proof(Self.paid + " Your number is valid until \(date).")
    #expect(proof.answer == .ask(.plausible))
  }

  @Test func theRuleAndTheLastEndBoundTheDate() throws {
    let text = Self.paid + " Your number is valid until 20/05/2028."
    #expect(try proof(text).answer.label == .yes)
    #expect(try proof(text) { $0.term = Period(6, .month) }.answer == .ask(.plausible))
    #expect(try proof(text) { $0.cap = Period(1, .year) }.answer == .ask(.plausible))
    let later = try day("2028-06-01")
    #expect(try proof(text) { $0.lastEnd = later }.answer == .ask(.plausible))
  }

  @Test func whatWasBeforeTheRenewalIsNotItsSuccess() throws {
    let submitted = try day("2026-11-19")
    let proof = try proof("Your top-up of £10.00 on 17 Nov 2026 was successful.") {
      $0.submittedOn = submitted
    }
    guard case .no(.earlier) = proof.answer else {
      Issue.record("\(proof.answer)")
      return
    }
  }

  @Test func aTextThatCameBeforeTheRenewalIsNotItsSuccess() throws {
    let submitted = try day("2026-11-21")
    let proof = try proof(Self.paid) { $0.submittedOn = submitted }
    guard case .no(.earlier) = proof.answer else {
      Issue.record("\(proof.answer)")
      return
    }
  }

  @Test func moneyOfAnotherCurrencyIsAskedFor() throws {
    #expect(
      try proof("Your top-up of €10.00 was successful.").answer == .ask(.plausible))
  }

  @Test func failureWinsOverSuccessOfTheSame() throws {
    let proof = try proof(Self.paid + " Your top-up was declined.")
    guard case .no(.declined) = proof.answer else {
      Issue.record("\(proof.answer)")
      return
    }
    #expect(
      try self.proof(Self.paid + " But your bundle could not be renewed.").answer
        == .ask(.succeeded))
  }

  @Test func whatWasSubmittedIsWhatHasToSucceed() throws {
    let text = "Your 5GB bundle has been activated for £10.00."
    #expect(try proof(text) { $0.subject = .pack }.answer.label == .yes)
    #expect(try proof(text) { $0.subject = .number }.answer == .ask(.succeeded))
  }
}
