import CardState
import FoundationEssentials
import Renewal
public import Words

extension GuideAction {
  /// What to do, as a sentence.
  ///
  /// - Parameters:
  ///   - line: the line as a command takes it.
  ///   - language: the language for names that data have in several.
  public func sentence(for line: String, in language: Language) -> Words {
    switch what {
    case .ask(let asks, let method):
      asks.isEmpty ? method.words : Words("\(method.words): \(Words.listed(asks.map(\.words)))")
    case .callHotline(let number, fromAbroad: false): Words("hotline: \(Self.call(number))")
    case .callHotline(let number, fromAbroad: true): Words("from abroad: \(Self.call(number))")
    case .callServiceNumber(let number, nil): Words("the card's own number: \(Self.call(number))")
    case .callServiceNumber(let number, let name?):
      Words("the card's own number, \(name): \(Self.call(number))")
    case .findCarrier:
      Words("find out who runs it: packaging, contract, receipt, or the phone's SIM settings")
    case .record(let currency?):
      Words("record what comes out: cardinfo log \(line) balance 12.50 \(currency.rawValue)")
    case .record(nil):
      Words("record what comes out: cardinfo log \(line) balance AMOUNT CURRENCY")

    case .keepByUse(let kinds, let least, let day): Self.keeping(by: kinds, least).until(day)
    case .keepByPaying(nil, let day): Words("what keeps it: any top-up or pack").until(day)
    case .keepByPaying(let least?, let day):
      Words("what keeps it: pay \(least.words)").until(day)
    case .keepsItself: Words("it renews by itself: see that it can be paid")
    case .keepsForever: Words("time takes nothing away: top up when the balance is low")
    case .runsOnce: Words("nothing renews it once it runs: get another one")
    case .keepUnknown: Words("what keeps it is not known here: ask before you pay")
    case .takePlan(let plan): plan.words(in: language)
    case .choosePlan(let plan): plan.advice

    case .renew(let method, let payments):
      payments.isEmpty
        ? method.words : Words("\(method.words); pay by \(Words.listed(payments.map(\.words)))")
    case .installApp(nil, _): Words("install the app of its carrier or seller")
    case .installApp(let names?, _):
      Words("install the carrier's app: \(names.text(in: language))")
    case .bindAccount: Words("sign in there, and bind this line to the account")
    case .pickAndPay: Words("pick the plan or the amount there, and pay")
    case .manageESIM(let method, let devices):
      devices.isEmpty
        ? Words("eSIM: \(method.words)")
        : Words("eSIM (\(Words.listed(devices.map(\.words)))): \(method.words)")
    case .replaceLine(let day?):
      Words("it can't be recharged: get another one before \(day)")
    case .replaceLine(nil): Words("it can't be recharged: get another one in good time")
    case .startRenewal: Words("before you pay: cardinfo renew \(line) start")
    case .submitRenewal: Words("once it is paid or sent: cardinfo renew \(line) submitted")
    case .verifyRenewal: Words("see whether it took effect: cardinfo renew \(line) verify")
    case .enableProfile:
      Words("its profile is disabled: cardinfo profiles enable \(line), or in the phone")
    case .useLine: Words("use it: only use keeps it, not money")
    case .askSeller: Words("ask where it was bought, or in a shop of its carrier")

    case .readAgain:
      Words("put it in a phone for a minute, insert it here again: cardinfo renew \(line) verify")
    case .expectDate(let day?): Words("the carrier's date has to be later than \(day)")
    case .expectDate(nil), .expectNews:
      Words("the carrier has to give a date, or a higher balance")
    case .expectBalance(let rise): Words("the balance has to be higher, by about \(rise.text)")
    case .expectRegistration: Words("the card has to show that a network accepts it again")
    case .expectEnabled: Words("its profile has to be enabled")

    case .passwordIsNotPIN(nil): Words("it is not the card's PIN: don't try one for the other")
    case .passwordIsNotPIN(let count?):
      Words(
        count, one: "it is not the card's PIN, of which \(count) try is left",
        other: "it is not the card's PIN, of which \(count) tries are left")
    case .passwordIs(nil):
      Words("it is what the carrier's app, site and hotline ask for to show and change things")
    case .passwordIs(let count?):
      Words(
        count,
        one: "it is the \(count) digit that the carrier's app, site and hotline ask for",
        other: "it is the \(count) digits that the carrier's app, site and hotline ask for")
    case .resetPassword(let method): Words("reset it: \(method.words)")
    case .request(let service): service.words
    case .askFor(let kind): kind.question
    case .barring(let barring): barring.words
    case .unpublished(let topic): Words("the carrier publishes nothing on this: \(topic.words)")
    case .seeWhetherPaid:
      Words("first see whether money was taken, in the balance and at the bank: don't pay twice")
    case .failedBecause(let reason): Words("it failed: \(reason.words)")
    case .mayFailBecause(let reason):
      Words("if \(reason.words): \(Words.clauses(reason.next().map(\.sentence)))")
    case .step(let step): step.sentence
    case .elsewhereWorks: Words("it can be topped up from another region")
    case .elsewhereFails: Words("it can't be topped up from another region")
    case .elsewhereUnknown:
      Words("whether it can be topped up from another region is not known here")
    case .waitFor(let count, let day):
      Words(
        count, one: "it was submitted on \(day): give it \(count) day",
        other: "it was submitted on \(day): give it \(count) days")
    case .restartPhone: Words("switch the phone off and on again, or flight mode")
    case .cardWasRefused(let rule): Words("the card says: \(rule.words)")
    case .cardWasAccepted:
      Words("the card says that a network accepted it: the payment may not have arrived")
    case .reinstateUntil(let day?): Words("only the carrier can bring it back, until \(day)")
    case .reinstateUntil(nil):
      Words("only the carrier can bring it back; until when is not known")
    case .topUpUntil(let day?): Words("a top-up brings it back until \(day)")
    case .topUpUntil(nil): Words("a top-up brings it back; until when is not known")
    case .goneSince(let day?):
      Words("it ended for good after \(day): the number may be somebody else's")
    case .goneSince(nil): Words("it is gone: the number may be somebody else's")
    case .afterwardsUnknown: Words("what the carrier does after the end is not known here")
    case .unlinkNumber:
      Words("take the number off bank, chat and other accounts while it still works")
    case .profileIsEnabled: Words("its profile is enabled on the card")
    case .profileIsDisabled:
      Words("its profile is disabled on the card, which says nothing of the subscription")
    case .profileIsMissing: Words("its profile was not on the card that was read last")
    case .activateBy(let day?): Words("it has to be used first by \(day)")
    case .activateBy(nil): Words("it has to be used first; by when is not known")
    case .deliverNotifications:
      Words("the card has notifications for its carrier that were not delivered")
    }
  }

  private static func call(_ number: String) -> Words {
    ContactMethod.call(number: number, keys: nil).words
  }

  private static func keeping(by kinds: [Qualifier.Word], _ least: LeastAmount?) -> Words {
    let uses = Words.listed(kinds.map(\.words))
    guard let least else { return Words("cheapest: use it once (\(uses))") }
    return Words("cheapest: use it (\(uses)) for \(least.words)")
  }
}

extension Service.Kind {
  /// What to ask for where it is not known how the carrier does it.
  fileprivate var question: Words {
    switch self {
    case .keep:
      Words("ask whether and for how long the number can be kept unused, and for what fee")
    case .block: Words("have a lost card blocked at once, so that nobody uses it")
    case .replace:
      Words("ask for a new card with the same number; have the identity document at hand")
    case .identify: Words("ask whether the owner's identity has to be registered, how and by when")
    case .unlink: Words("ask how a former owner's accounts are taken off the number")
    case .reopen: Words("ask what is owed, and how and until when the line comes back")
    case .payment:
      Words("if none of it helps, ask the carrier; say when, how and how much was paid")
    case .activate: Words("ask whether the payment arrived, and whether the line is barred")
    }
  }
}

extension LeastAmount {
  fileprivate var words: Words {
    if amount.amount == 0 { return Words("any amount") }
    return switch self {
    case .atLeast(let amount): Words("at least \(amount.text)")
    case .moreThan(let amount): Words("more than \(amount.text)")
    }
  }
}

extension Words {
  fileprivate func until(_ day: CalendarDay?) -> Words {
    day.map { Words("by \($0): \(self)") } ?? self
  }
}
