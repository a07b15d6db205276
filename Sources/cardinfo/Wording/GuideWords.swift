import CardState
import Carriers
import FoundationEssentials
import Renewal
import Words

extension NextStep.Phase {
  /// What the step is about.
  var words: Words {
    switch self {
    case .check: Words("check: how does it stand?")
    case .choose: Words("choose: what keeps it, at what cost?")
    case .renew: Words("renew")
    case .verify: Words("verify: did it take effect?")
    }
  }
}

extension GuideProblem {
  var words: Words {
    switch self {
    case .password: Words("the service password is forgotten")
    case .failed: Words("a renewal failed")
    case .region: Words("renewing from another region or country")
    case .notActive: Words("paid, and no service")
    case .recycled: Words("the number may be given to somebody else")
    case .esim: Words("the eSIM does not start")
    }
  }
}

extension GuideAction {
  /// What to do, as a sentence.
  /// - Parameter line: the line as a command takes it.
  func sentence(for line: String) -> Words {
    switch code {
    case .record:
      Words("write down what comes out: cardinfo log \(line) balance 12.50 GBP")
    case .readAgain:
      Words("put it in a phone for a minute, insert it here again: cardinfo renew \(line) verify")
    default:
      checking ?? choosing ?? renewing ?? verifying ?? troubleshooting
        ?? Words(verbatim: code.rawValue)
    }
  }

  private var how: Words { way?.words ?? Words("ask the carrier") }
  private var until: String { day?.description ?? "?" }

  private var checking: Words? {
    switch code {
    case .ask:
      guard let asks, !asks.isEmpty else { return how }
      return Words("\(how): \(Words.listed(asks.map(\.words)))")
    case .callHotline:
      return words?.contains("abroad") == true
        ? Words("from abroad: \(how)") : Words("hotline: \(how)")
    case .callServiceNumber:
      guard let name = names?.english else { return Words("the card's own number: \(how)") }
      return Words("the card's own number, \(name): \(how)")
    case .findCarrier:
      return Words(
        "find out who runs it: packaging, contract, receipt, or the phone's SIM settings")
    default: return nil
    }
  }

  private var choosing: Words? {
    switch code {
    case .keepByUse:
      let kinds = Words.listed((words ?? []).map { Event.Kind(rawValue: $0).words })
      return dated(
        amount.map { Words("cheapest: use it (\(kinds)) for \(least($0))") }
          ?? Words("cheapest: use it once (\(kinds))"))
    case .keepByPaying:
      return dated(
        amount.map { Words("what keeps it: pay \(least($0))") }
          ?? Words("what keeps it: any top-up or pack"))
    case .keepsItself: return Words("it renews by itself: see that it can be paid")
    case .keepsForever: return Words("time takes nothing away: top up when the balance is low")
    case .keepUnknown: return Words("what keeps it is not known here: ask before you pay")
    case .takePlan: return plan?.words
    case .choosePlan:
      return words?.first.flatMap { Line.Plan(rawValue: $0) }?.advice
    default: return nil
    }
  }

  private func least(_ amount: Money) -> Words {
    if amount.amount == 0 { return Words("any amount") }
    return
      exclusive == true ? Words("more than \(amount.text)") : Words("at least \(amount.text)")
  }

  private func dated(_ words: Words) -> Words {
    day.map { Words("by \($0): \(words)") } ?? words
  }

  private var renewing: Words? {
    switch code {
    case .renew:
      guard let pay else { return how }
      return Words("\(how); pay by \(Words.listed(pay.map(\.words)))")
    case .installApp:
      guard let names else { return Words("install the app of its carrier or seller") }
      return Words("install the carrier's app: \(names.text(in: .ofThisRun))")
    case .bindAccount: return Words("sign in there, and bind this line to the account")
    case .pickAndPay: return Words("pick the plan or the amount there, and pay")
    case .manageESIM: return Words("eSIM: \(how)")
    case .enableProfile:
      return Words("its profile is disabled: cardinfo profiles enable, or in the phone")
    case .useLine: return Words("use it: only use keeps it, not money")
    case .askSeller: return Words("ask where it was bought, or in a shop of its carrier")
    default: return nil
    }
  }

  private var verifying: Words? {
    switch code {
    case .expectDate: return Words("the carrier's date has to be later than \(until)")
    case .expectNews: return Words("the carrier has to give a date, or a higher balance")
    case .expectBalance:
      return Words("the balance has to be higher, by about \(amount?.text ?? "?")")
    case .expectRegistration: return Words("the card has to show that a network accepts it again")
    case .expectEnabled: return Words("its profile has to be enabled")
    default: return nil
    }
  }

  private var troubleshooting: Words? { passwordOrFailure ?? elsewhere ?? afterwards }

  private var passwordOrFailure: Words? {
    switch code {
    case .passwordIsNotPIN:
      guard let count else {
        return Words("it is not the card's PIN: don't try one for the other")
      }
      return Words(
        count, one: "it is not the card's PIN, of which \(count) try is left",
        other: "it is not the card's PIN, of which \(count) tries are left")
    case .resetPassword: return Words("reset it: \(how)")
    case .failedBecause: return reason.map { Words("it failed: \($0.words)") }
    case .mayFailBecause:
      guard let reason else { return nil }
      let steps = reason.next().map(\.sentence)
      return Words("if \(reason.words): \(Words.clauses(steps))")
    case .step:
      return words?.first.flatMap(NextStep.Code.init).map { NextStep($0).sentence }
    default: return nil
    }
  }

  private var reason: FailureReason? { words?.first.flatMap(FailureReason.init) }

  private var elsewhere: Words? {
    switch code {
    case .elsewhereWorks: return Words("it can be topped up from another region")
    case .elsewhereFails: return Words("it can't be topped up from another region")
    case .elsewhereUnknown:
      return Words("whether it can be topped up from another region is not known here")
    case .waitFor:
      let count = count ?? 0
      return Words(
        count, one: "it was submitted on \(until): give it \(count) day",
        other: "it was submitted on \(until): give it \(count) days")
    case .restartPhone: return Words("switch the phone off and on again, or flight mode")
    case .cardWasRefused:
      let rule = words?.first.map { Evidence.Rule(rawValue: $0).words } ?? Words(verbatim: "")
      return Words("the card says: \(rule)")
    case .cardWasAccepted:
      return Words("the card says that a network accepted it: the payment may not have arrived")
    default: return nil
    }
  }

  private var afterwards: Words? {
    switch code {
    case .reinstateUntil:
      return day.map { Words("only the carrier can bring it back, until \($0)") }
        ?? Words("only the carrier can bring it back; until when is not known")
    case .topUpUntil:
      return day.map { Words("a top-up brings it back until \($0)") }
        ?? Words("a top-up brings it back; until when is not known")
    case .goneSince:
      return day.map { Words("it ended for good after \($0): the number may be somebody else's") }
        ?? Words("it is gone: the number may be somebody else's")
    case .afterwardsUnknown: return Words("what the carrier does after the end is not known here")
    case .unlinkNumber:
      return Words("take the number off bank, chat and other accounts while it still works")
    case .profileIsEnabled: return Words("its profile is enabled on the card")
    case .profileIsDisabled:
      return Words("its profile is disabled on the card, which says nothing of the subscription")
    case .profileIsMissing: return Words("its profile was not on the card that was read last")
    case .activateBy:
      return day.map { Words("it has to be used first by \($0)") }
        ?? Words("it has to be used first; by when is not known")
    case .deliverNotifications:
      return Words("the card has notifications for its carrier that were not delivered")
    default: return nil
    }
  }
}
