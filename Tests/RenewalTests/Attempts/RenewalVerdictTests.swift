import FoundationEssentials
import Renewal
import Testing

/// Did it take effect? A new date, a higher balance, a registration, the person, in this order.
struct RenewalVerdictTests {
  private func found(_ change: (inout RenewalObservations) -> Void) -> RenewalVerdict {
    var observed = RenewalObservations(submittedAt: moment("2026-06-01T12:00:00Z"))
    observed.paid = money("10 GBP")
    observed.dueBefore = CalendarDay("2026-06-10")
    change(&observed)
    return observed.verdict(iccid: MadeCard.iccid)
  }

  @Test func aNewDateConfirms() {
    let verdict = found { $0.reply = CarrierReply("Valid until 7 Dec 2026") }
    #expect(
      verdict.outcome
        == .tookEffect(by: .carrierNotice, newDate: CalendarDay(year: 2026, month: 12, day: 7)))
    #expect(verdict.next.isEmpty)
  }

  @Test func anOldDateDoesNot() {
    let same = found { $0.reply = CarrierReply("Valid until 10 Jun 2026") }
    #expect(same.outcome == .unknown)
    #expect(same.reasons.map(\.code) == [.sameDate])
    #expect(same.next.map(\.code) == [.askCarrier, .readAgain])
    let earlier = found { $0.reply = CarrierReply("Valid until 9 Jun 2026") }
    #expect(earlier.outcome == .failed)
    let unclear = found { $0.reply = CarrierReply("Valid until 03/04/2027") }
    #expect(unclear.reasons.map(\.code) == [.ambiguousDate])
    let alone = found {
      $0.reply = CarrierReply("Valid until 7 Dec 2026")
      $0.dueBefore = nil
    }
    #expect(alone.outcome == .unknown)
    #expect(alone.reasons.map(\.code) == [.noDateToCompare])
  }

  @Test func aHigherBalanceConfirms() {
    let rose = found {
      $0.balanceBefore = money("2 GBP")
      $0.reply = CarrierReply("Your balance is £12")
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

  @Test func thePersonIsAskedLast() {
    let yes = found { $0.personSays = true }
    #expect(yes.outcome == .tookEffect(by: .person, newDate: nil))
    let no = found { $0.personSays = false }
    #expect(no.outcome == .failed)
    let both = found {
      $0.personSays = false
      $0.reply = CarrierReply("Valid until 7 Dec 2026")
    }
    #expect(
      both.outcome
        == .tookEffect(by: .carrierNotice, newDate: CalendarDay(year: 2026, month: 12, day: 7)))
    #expect(both.reasons.map(\.code) == [.newDate, .personSaysNo])
    #expect(both.next.map(\.code).contains(.askCarrier))
    #expect(found { _ in }.outcome == .unknown)
  }
}
