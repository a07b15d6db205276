public import CardState
public import Renewal
public import Words

/// One thing to do for a line, as concrete as it is known.
public struct GuideAction: Equatable, Sendable {
  /// What to do.
  public let what: What
  /// The fact behind it; absent where it follows from the line itself.
  public let fact: Fact?

  /// Something to do.
  public init(_ what: What, by fact: Fact? = nil) {
    self.what = what
    self.fact = fact
  }

  /// What there is to do.
  public enum What: Equatable, Sendable {
    /// Ask for these, or look there for what there is.
    case ask([Fact.Question], by: ContactMethod)
    /// Call the carrier.
    case callHotline(String, fromAbroad: Bool)
    /// Call a number that the card has of its carrier, under this name.
    case callServiceNumber(String, name: String?)
    /// Look who the carrier is: packaging, contract, receipt, the phone's settings.
    case findCarrier
    /// Record what came out: the balance, in the line's currency where that is known.
    case record(Currency?)

    /// Use is enough: these count, until a day.
    case keepByUse([Qualifier.Word], LeastAmount?, until: CalendarDay?)
    /// The least that keeps it, until a day.
    case keepByPaying(LeastAmount?, until: CalendarDay?)
    /// It renews by itself: only the balance or the card on file has to do.
    case keepsItself
    /// Nothing lapses by time.
    case keepsForever
    /// Nothing renews it once it runs.
    case runsOnce
    /// What keeps it is not known: ask before paying.
    case keepUnknown
    /// Take this plan.
    case takePlan(Plan)
    /// Choose by need: what this is for.
    case choosePlan(Line.Plan)

    /// Renew, with these payments.
    case renew(by: ContactMethod, pay: [Fact.Payment])
    /// Install the carrier's app, by its name or its carrier's, and where it is if that is known.
    case installApp(LocalText?, at: ContactMethod?)
    /// Bind the line to the account in the app.
    case bindAccount
    /// Pick the plan in the app and pay.
    case pickAndPay
    /// Do what a page or shop says of eSIMs.
    case manageESIM(by: ContactMethod, for: [Fact.Device])
    /// Enable the profile.
    case enableProfile
    /// Use the line.
    case useLine
    /// Get another one in good time, by a day: this one can't be recharged.
    case replaceLine(by: CalendarDay?)
    /// Ask in the carrier's shop or where it was bought.
    case askSeller

    /// Note that a renewal begins, before it is paid.
    case startRenewal
    /// Note that it was paid or sent.
    case submitRenewal
    /// Find out whether it took effect.
    case verifyRenewal
    /// Put it in a phone, then read the card again.
    case readAgain
    /// The new date has to be later than this one, where one is known.
    case expectDate(laterThan: CalendarDay?)
    /// The carrier has to give a date or a higher balance; none is known so far.
    case expectNews
    /// The balance has to rise by this.
    case expectBalance(Money)
    /// A network has to accept it again.
    case expectRegistration
    /// The profile has to be enabled.
    case expectEnabled

    /// The service password is not the card's PIN; so many tries of that are left.
    case passwordIsNotPIN(triesLeft: Int?)
    /// What the password is for, and how many digits it has.
    case passwordIs(digits: Int?)
    /// Reset the password.
    case resetPassword(by: ContactMethod)
    /// Have the carrier do something, as it says that it does.
    case request(Service)
    /// Ask whether and how the carrier does something.
    case askFor(Service.Kind)
    /// What the carrier does when the money is gone.
    case barring(Barring)
    /// The carrier publishes nothing on something.
    case unpublished(Topic)
    /// See whether money was taken before paying again.
    case seeWhetherPaid
    /// It failed, and this says why.
    case failedBecause(FailureReason)
    /// A way it can fail, and what to do then.
    case mayFailBecause(FailureReason)
    /// Do what the next step says.
    case step(NextStep)
    /// It can be renewed from another region.
    case elsewhereWorks
    /// It can't be renewed from another region.
    case elsewhereFails
    /// Whether it can be renewed from another region is not known.
    case elsewhereUnknown
    /// It was submitted on a day; wait until so many days have gone by.
    case waitFor(days: Int, since: CalendarDay)
    /// Restart the phone, or switch flight mode on and off.
    case restartPhone
    /// The card says that a network refused it.
    case cardWasRefused(Evidence.Rule)
    /// The card says that a network accepted it.
    case cardWasAccepted
    /// The carrier can bring it back until this day.
    case reinstateUntil(CalendarDay?)
    /// A top-up brings it back until this day.
    case topUpUntil(CalendarDay?)
    /// It is gone for good since this day.
    case goneSince(CalendarDay?)
    /// Nobody knows what the carrier does with it after its end.
    case afterwardsUnknown
    /// Take the number off accounts that it signs in to.
    case unlinkNumber
    /// The profile is enabled on the eUICC.
    case profileIsEnabled
    /// The profile is disabled on the eUICC, which says nothing of the subscription.
    case profileIsDisabled
    /// The profile is not on the card that was read last.
    case profileIsMissing
    /// It has to be activated by this day.
    case activateBy(CalendarDay?)
    /// The eUICC has reports that were not delivered.
    case deliverNotifications
  }

  /// The way that leads there, where there is one.
  public var method: ContactMethod? {
    switch what {
    case .ask(_, let method), .renew(let method, _), .manageESIM(let method, _),
      .resetPassword(let method):
      method
    case .request(let service): service.method
    case .installApp(_, let method): method
    case .callHotline(let number, _), .callServiceNumber(let number, _):
      .call(number: number, keys: nil)
    case .findCarrier, .record, .keepByUse, .keepByPaying, .keepsItself, .keepsForever,
      .keepUnknown, .runsOnce, .takePlan, .choosePlan, .bindAccount, .pickAndPay, .enableProfile,
      .useLine, .replaceLine, .askSeller, .startRenewal, .submitRenewal, .verifyRenewal, .readAgain,
      .expectDate, .expectNews, .expectBalance, .expectRegistration,
      .expectEnabled, .passwordIsNotPIN, .passwordIs, .askFor, .barring, .unpublished,
      .seeWhetherPaid, .failedBecause, .mayFailBecause, .step, .elsewhereWorks,
      .elsewhereFails, .elsewhereUnknown, .waitFor, .restartPhone, .cardWasRefused,
      .cardWasAccepted, .reinstateUntil, .topUpUntil, .goneSince, .afterwardsUnknown,
      .unlinkNumber, .profileIsEnabled, .profileIsDisabled, .profileIsMissing, .activateBy,
      .deliverNotifications:
      nil
    }
  }
}

extension Fact {
  /// What a guide makes of the fact.
  var actions: [GuideAction] {
    let whats: [GuideAction.What] =
      switch content {
      case .hotline(let number, let abroad):
        [.callHotline(number, fromAbroad: false)]
          + (abroad.map { [.callHotline($0, fromAbroad: true)] } ?? [])
      case .check(let asks, let method): [.ask(asks, by: method)]
      case .renew(let method, let payments): [.renew(by: method, pay: payments)]
      case .app(let names, let url): [.installApp(names, at: .app(url: url))]
      case .plan(let plan): [.takePlan(plan)]
      case .password(let method, _): [.resetPassword(by: method)]
      case .region(topUpElsewhere: true): [.elsewhereWorks]
      case .region(topUpElsewhere: false): [.elsewhereFails]
      case .esim(let method, let devices): [.manageESIM(by: method, for: devices)]
      case .service(let service): [.request(service)]
      case .barring(let barring): [.barring(barring)]
      case .unpublished(let topic): [.unpublished(topic)]
      case .site(.topUp, let url), .site(.shops, let url): [.renew(by: .web(url: url), pay: [])]
      case .site(.account, let url), .site(.help, let url), .site(.esim, let url),
        .site(.coverage, let url):
        [.ask([], by: .web(url: url))]
      }
    return whats.map { GuideAction($0, by: self) }
  }
}
