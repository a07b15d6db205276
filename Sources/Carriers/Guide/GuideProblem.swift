import CardState
public import Renewal
public import Words

/// What can go wrong with a line, and is asked most often.
public enum GuideProblem: String, Vocabulary {
  /// The password of the carrier's service is forgotten.
  case password
  /// A renewal failed.
  case failed
  /// The line has to be renewed from another region or country.
  case region
  /// It was paid for, and there is no service.
  case notActive = "not-active"
  /// The number may have been given to somebody else.
  case recycled
  /// The eSIM does not start.
  case esim
}

extension GuideProblem {
  /// The problem in words.
  public var words: Words {
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

extension GuideCase {
  /// What to do about a problem, from what is known of this line; never empty.
  public func answer(to problem: GuideProblem) -> [GuideAction] {
    switch problem {
    case .password: password
    case .failed: failed
    case .region: region
    case .notActive: notActive
    case .recycled: recycled
    case .esim: esim
    }
  }

  /// What helps where nothing else is known.
  private var askCarrier: [GuideAction] {
    let lines = hotlines
    return lines.isEmpty ? [GuideAction(.findCarrier)] : lines
  }

  private var password: [GuideAction] {
    let ways = facts(.password).flatMap(\.actions)
    let pin = GuideAction(.passwordIsNotPIN(triesLeft: card?.pin?.pin1.triesLeft))
    return ways + (ways.count < 2 ? askCarrier : []) + [pin]
  }

  private var failed: [GuideAction] {
    guard let failure = attempts.first(where: { $0.phase == .failed })?.failure else {
      return FailureReason.allCases.map { GuideAction(.mayFailBecause($0)) }
    }
    return [GuideAction(.failedBecause(failure))]
      + failure.next().flatMap { [GuideAction(.step($0))] + means(of: $0) }
  }

  /// How a step is taken, as far as the carrier's facts tell.
  private func means(of step: NextStep) -> [GuideAction] {
    switch step.action {
    case .contactCarrier, .askCarrier, .confirmRenewal, .resume: askCarrier
    case .payOtherwise: facts(.renew).flatMap(\.actions)
    case .topUp, .buyPack, .use, .activate, .install, .keepBalance, .enableProfile,
      .sendNotifications, .readAgain, .findAsset, .record, .replace, .recordNotice, .tryAgain,
      .useHomeMarket, .prepareEnd, .removeFromList, .test:
      []
    }
  }

  private var region: [GuideAction] {
    let said = facts(.region).flatMap(\.actions)
    let remote: Set<ContactMethod.By> = [.web, .app, .ussd, .sms, .call]
    let ways = facts(.renew).filter { $0.method.map { remote.contains($0.by) } ?? false }
      .flatMap(\.actions)
    return (said.isEmpty ? [GuideAction(.elsewhereUnknown)] : said) + ways + askCarrier
  }

  private var notActive: [GuideAction] {
    var actions: [GuideAction] = []
    if profile?.state == .disabled { actions.append(GuideAction(.enableProfile)) }
    if let open, let day = open.submittedAt.flatMap({ CalendarDay($0, in: zone) }) {
      actions.append(GuideAction(.waitFor(days: open.patience, since: day)))
    }
    actions.append(GuideAction(.restartPhone))
    if let refusal = registration.first(where: { $0.says == .refused || $0.says == .maybeBarred }) {
      actions.append(GuideAction(.cardWasRefused(refusal.rule)))
    } else if registration.contains(where: { $0.says == .wasAlive }) {
      actions.append(GuideAction(.cardWasAccepted))
    }
    return actions + checks.prefix(1).flatMap(\.actions) + askCarrier
      + [GuideAction(.readAgain)]
  }

  private var recycled: [GuideAction] {
    var actions: [GuideAction] = []
    let stage = verdict.clocks.first { $0.governs && $0.stageLastDay != nil }?.stageLastDay
    switch verdict.state {
    case .terminated:
      actions.append(GuideAction(.goneSince(lastGoverningDay)))
    case .quarantined: actions.append(GuideAction(.reinstateUntil(stage)))
    case .suspended, .grace: actions.append(GuideAction(.topUpUntil(stage)))
    case .overdue:
      actions += verdict.next.filter(\.isTest).map { GuideAction(.step($0)) }
    case .unknown: actions.append(GuideAction(.afterwardsUnknown))
    case .active, .pendingActivation:
      actions.append(GuideAction(.expectDate(laterThan: verdict.dueOn)))
    }
    return actions + askCarrier + [GuideAction(.unlinkNumber)]
  }

  private var esim: [GuideAction] {
    var actions: [GuideAction] = []
    switch profile?.state {
    case .disabled?: actions.append(GuideAction(.enableProfile))
    case .enabled?: actions.append(GuideAction(.profileIsEnabled))
    default: if card != nil, profile == nil { actions.append(GuideAction(.profileIsMissing)) }
    }
    if verdict.state == .pendingActivation {
      actions.append(GuideAction(.activateBy(verdict.dueOn)))
    }
    if card?.euiccs.contains(where: { $0.notifications?.isEmpty == false }) == true {
      actions.append(GuideAction(.deliverNotifications))
    }
    return actions + facts(.esim).flatMap(\.actions)
      + [GuideAction(.restartPhone)] + askCarrier
  }

  private var lastGoverningDay: CalendarDay? {
    verdict.clocks.filter(\.governs).compactMap { $0.stageLastDay ?? $0.lastDay }.max()
  }
}

extension NextStep {
  /// Whether it shows that the line still works.
  fileprivate var isTest: Bool { if case .test = action { true } else { false } }
}
