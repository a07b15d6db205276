import FoundationEssentials
import Renewal
import Testing

/// Did it take effect? A new date, a higher balance, a registration, the person, in this order.
struct RenewalVerificationTests {
  private func findings(_ change: (inout RenewalFindings) -> Void) -> RenewalConclusion {
    var findings = RenewalFindings(submittedAt: moment("2026-06-01T12:00:00Z"))
    findings.paid = money("10 GBP")
    findings.dueBefore = CalendarDay("2026-06-10")
    change(&findings)
    return findings.conclusion(iccid: MadeCard.iccid)
  }

  @Test func aNewDateConfirms() {
    let conclusion = findings { $0.reply = CarrierReply("Valid until 7 Dec 2026") }
    #expect(conclusion.tookEffect == true)
    #expect(conclusion.by == .carrierNotice)
    #expect(conclusion.newDate?.description == "2026-12-07")
    #expect(conclusion.next.isEmpty)
  }

  @Test func anOldDateDoesNot() {
    let same = findings { $0.reply = CarrierReply("Valid until 10 Jun 2026") }
    #expect(same.tookEffect == nil)
    #expect(same.reasons.map(\.code) == [.sameDate])
    #expect(same.next.map(\.code) == [.askCarrier, .readAgain])
    let earlier = findings { $0.reply = CarrierReply("Valid until 9 Jun 2026") }
    #expect(earlier.tookEffect == false)
    let unclear = findings { $0.reply = CarrierReply("Valid until 03/04/2027") }
    #expect(unclear.reasons.map(\.code) == [.ambiguousDate])
    let alone = findings {
      $0.reply = CarrierReply("Valid until 7 Dec 2026")
      $0.dueBefore = nil
    }
    #expect(alone.tookEffect == nil)
    #expect(alone.reasons.map(\.code) == [.noDateToCompare])
  }

  @Test func aHigherBalanceConfirms() {
    let rose = findings {
      $0.balanceBefore = money("2 GBP")
      $0.reply = CarrierReply("Your balance is £12")
    }
    #expect(rose.by == .balanceRose)
    #expect(rose.reasons.first?.amount == money("10 GBP"))
    let less = findings {
      $0.balanceBefore = money("2 GBP")
      $0.balanceAfter = money("7 GBP")
    }
    #expect(less.reasons.map(\.code) == [.balanceRose, .balanceRoseByLess])
    let fell = findings {
      $0.balanceBefore = money("2 GBP")
      $0.balanceAfter = money("1 GBP")
    }
    #expect(fell.tookEffect == nil)
    let other = findings {
      $0.balanceBefore = money("2 GBP")
      $0.balanceAfter = money("9 EUR")
    }
    #expect(other.reasons.map(\.code) == [.balancesDiffer])
  }

  @Test func aRegistrationAfterARefusalConfirms() {
    let before = MadeCard.reading(
      "2026-05-20T00:00:00Z", MadeCard.refused(forbidden: [MadeCard.home]))
    let registered = findings {
      $0.cardBefore = before
      $0.cardAfter = MadeCard.reading("2026-06-03T00:00:00Z", MadeCard.accepted())
    }
    #expect(registered.by == .registration)
    #expect(registered.reasons.map(\.code) == [.registeredAgain])
    let refused = findings {
      $0.cardBefore = before
      $0.cardAfter = MadeCard.reading(
        "2026-06-03T00:00:00Z", MadeCard.refused(forbidden: [MadeCard.home]))
    }
    #expect(refused.tookEffect == false)
    #expect(refused.reasons.map(\.code) == [.stillRefused])
    #expect(refused.next.map(\.code) == [.askCarrier])
    let stale = findings {
      $0.cardAfter = MadeCard.reading("2026-06-01T11:00:00Z", MadeCard.accepted())
    }
    #expect(stale.reasons.map(\.code) == [.cardNotReadAgain])
  }

  @Test func aRegistrationOfALineThatWasNotSuspendedSaysNothing() {
    let active = findings {
      $0.cardBefore = MadeCard.reading("2026-05-20T00:00:00Z", MadeCard.accepted("a"))
      $0.cardAfter = MadeCard.reading("2026-06-03T00:00:00Z", MadeCard.accepted("b"))
    }
    #expect(active.tookEffect == nil)
    #expect(active.reasons.map(\.code) == [.registeredAsBefore])
    let suspended = findings {
      $0.stateBefore = .suspended
      $0.cardBefore = MadeCard.reading("2026-05-20T00:00:00Z", MadeCard.accepted("a"))
      $0.cardAfter = MadeCard.reading("2026-06-03T00:00:00Z", MadeCard.accepted("b"))
    }
    #expect(suspended.by == .registration)
  }

  @Test func thePersonIsAskedLast() {
    let yes = findings { $0.personSays = true }
    #expect(yes.by == .person)
    let no = findings { $0.personSays = false }
    #expect(no.tookEffect == false)
    let both = findings {
      $0.personSays = false
      $0.reply = CarrierReply("Valid until 7 Dec 2026")
    }
    #expect(both.by == .carrierNotice)
    #expect(both.reasons.map(\.code) == [.newDate, .personSaysNo])
    #expect(both.next.map(\.code).contains(.askCarrier))
    #expect(findings { _ in }.tookEffect == nil)
  }
}
