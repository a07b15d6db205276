import FoundationEssentials
import Renewal
import Testing

/// Did it take effect? The carrier's words, a higher balance, a registration, the person, in this
/// order; words of failure win over all but the person's.
struct RenewalVerdictTests {
  private func found(_ change: (inout RenewalObservations) -> Void) -> RenewalVerdict {
    var observed = RenewalObservations(submittedAt: moment("2026-06-01T12:00:00Z"))
    observed.paid = money("10 GBP")
    observed.dueBefore = CalendarDay("2026-06-10")
    change(&observed)
    return observed.verdict(iccid: MadeCard.iccid)
  }

  /// What a text proves of a renewal of pounds, submitted and answered on the same day.
  private func proof(_ text: String, market: String? = "GB") throws -> RenewalProof {
    let on = try day("2026-06-01")
    let pounds = Currency(rawValue: "GBP")
    var expected = RenewalProof.Expectation(receivedOn: on, currency: pounds)
    expected.submittedOn = on
    expected.subject = .number
    expected.lastEnd = try day("2026-06-10")
    let setting = StatementReader.Setting(receivedOn: on, market: market, currency: pounds)
    return RenewalProof(try shippedReader.get().read(text, setting), expected)
  }

  private static let paid = "Your top-up of £10.00 was successful."

  @Test func wordsOfSuccessConfirm() throws {
    let proof = try proof(Self.paid + " Your number is valid until 7 Dec 2026.")
    let verdict = found { $0.proof = proof }
    #expect(
      verdict.outcome == .tookEffect(by: .carrierNotice, newDate: try day("2026-12-07")))
    #expect(verdict.reasons.map(\.code) == [.carrierSaysSo, .newDate])
    #expect(verdict.next.isEmpty)
  }

  @Test func aDateAloneConfirmsNothing() throws {
    for text in [
      "Your number is valid until 7 Dec 2026.", "Your number is valid until 10 Jun 2026.",
      "Your credit expires on 7 Dec 2026.", "Your 5GB pack is valid until 7 Dec 2026.",
    ] {
      let proof = try proof(text)
      let verdict = found { $0.proof = proof }
      #expect(verdict.outcome == .unknown, "\(text)")
      #expect(verdict.next.map(\.code) == [.askCarrier, .readAgain])
    }
    let later = try proof("Your number is valid until 7 Dec 2026.")
    #expect(found { $0.proof = later }.question == .succeeded)
  }

  @Test func aDateThatIsOpenHoldsTheConclusionBack() throws {
    let proof = try proof(Self.paid + " Your number is valid until 03/04/2027.", market: nil)
    let verdict = found { $0.proof = proof }
    #expect(verdict.outcome == .unknown)
    #expect(verdict.question == .dateOf)
    #expect(verdict.reasons == [.open(.dateOf)])
  }

  @Test func wordsOfFailureWin() throws {
    let proof = try proof(
      "Sorry, your top-up of £10.00 was declined. Your number is valid until 20 Dec 2026.")
    let failed = found {
      $0.proof = proof
      $0.balanceBefore = money("2 GBP")
      $0.balanceAfter = money("12 GBP")
    }
    #expect(failed.outcome == .failed)
    #expect(failed.reasons.first?.code == .declined)
    let insisted = found {
      $0.proof = proof
      $0.personSays = true
    }
    #expect(insisted.outcome == .tookEffect(by: .person, newDate: try day("2026-12-20")))
  }

  @Test func aHigherBalanceConfirms() {
    let rose = found {
      $0.balanceBefore = money("2 GBP")
      $0.balanceAfter = money("12 GBP")
    }
    #expect(rose.outcome == .tookEffect(by: .balanceRose, newDate: nil))
    #expect(rose.reasons.first == .balanceRose(money("10 GBP")))
    let less = found {
      $0.balanceBefore = money("2 GBP")
      $0.balanceAfter = money("7 GBP")
    }
    #expect(less.reasons.map(\.code) == [.balanceRose, .balanceRoseByLess])
    let fell = found {
      $0.balanceBefore = money("2 GBP")
      $0.balanceAfter = money("1 GBP")
    }
    #expect(fell.outcome == .unknown)
    let other = found {
      $0.balanceBefore = money("2 GBP")
      $0.balanceAfter = money("9 EUR")
    }
    #expect(other.reasons.map(\.code) == [.balancesDiffer])
  }

  @Test func aRegistrationAfterARefusalConfirms() {
    let before = MadeCard.reading(
      "2026-05-20T00:00:00Z", MadeCard.refused(forbidden: [MadeCard.home]))
    let registered = found {
      $0.cardBefore = before
      $0.cardAfter = MadeCard.reading("2026-06-03T00:00:00Z", MadeCard.accepted())
    }
    #expect(registered.outcome == .tookEffect(by: .registration, newDate: nil))
    #expect(registered.reasons.map(\.code) == [.registeredAgain])
    let refused = found {
      $0.cardBefore = before
      $0.cardAfter = MadeCard.reading(
        "2026-06-03T00:00:00Z", MadeCard.refused(forbidden: [MadeCard.home]))
    }
    #expect(refused.outcome == .failed)
    #expect(refused.reasons.map(\.code) == [.stillRefused])
    #expect(refused.next.map(\.code) == [.askCarrier])
    let stale = found {
      $0.cardAfter = MadeCard.reading("2026-06-01T11:00:00Z", MadeCard.accepted())
    }
    #expect(stale.reasons.map(\.code) == [.cardNotReadAgain])
  }

  @Test func aRegistrationOfALineThatWasNotSuspendedSaysNothing() {
    let active = found {
      $0.cardBefore = MadeCard.reading("2026-05-20T00:00:00Z", MadeCard.accepted("a"))
      $0.cardAfter = MadeCard.reading("2026-06-03T00:00:00Z", MadeCard.accepted("b"))
    }
    #expect(active.outcome == .unknown)
    #expect(active.reasons.map(\.code) == [.registeredAsBefore])
    let suspended = found {
      $0.stateBefore = .suspended
      $0.cardBefore = MadeCard.reading("2026-05-20T00:00:00Z", MadeCard.accepted("a"))
      $0.cardAfter = MadeCard.reading("2026-06-03T00:00:00Z", MadeCard.accepted("b"))
    }
    #expect(suspended.outcome == .tookEffect(by: .registration, newDate: nil))
  }

  @Test func thePersonIsAskedLast() throws {
    let yes = found { $0.personSays = true }
    #expect(yes.outcome == .tookEffect(by: .person, newDate: nil))
    let no = found { $0.personSays = false }
    #expect(no.outcome == .failed)
    let proof = try proof(Self.paid)
    let both = found {
      $0.personSays = false
      $0.proof = proof
    }
    #expect(both.outcome == .tookEffect(by: .carrierNotice, newDate: nil))
    #expect(both.reasons.map(\.code) == [.carrierSaysSo, .personSaysNo])
    #expect(both.next.map(\.code).contains(.askCarrier))
    #expect(found { _ in }.outcome == .unknown)
  }
}
