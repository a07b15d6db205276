import CardState
public import Renewal

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
    let ways = facts(.password).map { GuideAction(.resetPassword, $0) }
    let pin = GuideAction(.passwordIsNotPIN) { $0.count = card?.pin?.pin1.triesLeft }
    return ways + (ways.count < 2 ? askCarrier : []) + [pin]
  }

  private var failed: [GuideAction] {
    guard let failure = attempts.first(where: { $0.phase == .failed })?.failure else {
      return FailureReason.allCases.map { reason in
        GuideAction(.mayFailBecause) { $0.words = [reason.rawValue] }
      }
    }
    let because = GuideAction(.failedBecause) { $0.words = [failure.rawValue] }
    var actions = [because]
    for step in failure.next() {
      actions.append(GuideAction(.step) { $0.words = [step.code.rawValue] })
      switch step.code {
      case .contactCarrier, .askCarrier: actions += askCarrier
      case .payOtherwise: actions += facts(.renew).map { GuideAction(.renew, $0) }
      default: break
      }
    }
    return actions
  }

  private var region: [GuideAction] {
    let said = facts(.region).map { fact -> GuideAction in
      if case .region(true) = fact.content { return GuideAction(.elsewhereWorks, fact) }
      return GuideAction(.elsewhereFails, fact)
    }
    let remote: Set<Way.By> = [.web, .app, .ussd, .sms, .call]
    let ways = facts(.renew).filter { $0.way.map { remote.contains($0.by) } ?? false }
      .map { GuideAction(.renew, $0) }
    return (said.isEmpty ? [GuideAction(.elsewhereUnknown)] : said) + ways + askCarrier
  }

  private var notActive: [GuideAction] {
    var actions: [GuideAction] = []
    if profile?.state == .disabled { actions.append(GuideAction(.enableProfile)) }
    if let open, let submitted = open.submittedAt {
      actions.append(
        GuideAction(.waitFor) {
          $0.day = CalendarDay(submitted, in: zone)
          $0.count = open.patience
        })
    }
    actions.append(GuideAction(.restartPhone))
    if let refusal = registration.first(where: { $0.says == .refused || $0.says == .maybeBarred }) {
      actions.append(GuideAction(.cardWasRefused) { $0.words = [refusal.rule.rawValue] })
    } else if registration.contains(where: { $0.says == .wasAlive }) {
      actions.append(GuideAction(.cardWasAccepted))
    }
    return actions + checks.prefix(1).map { GuideAction(.ask, $0) } + askCarrier
      + [GuideAction(.readAgain)]
  }

  private var recycled: [GuideAction] {
    var actions: [GuideAction] = []
    let stage = verdict.clocks.first { $0.governs && $0.stageLastDay != nil }?.stageLastDay
    switch verdict.state {
    case .terminated:
      actions.append(GuideAction(.goneSince) { $0.day = lastGoverningDay })
    case .quarantined: actions.append(GuideAction(.reinstateUntil) { $0.day = stage })
    case .suspended, .grace: actions.append(GuideAction(.topUpUntil) { $0.day = stage })
    case .unknown: actions.append(GuideAction(.afterwardsUnknown))
    case .active, .pendingActivation:
      actions.append(GuideAction(.expectDate) { $0.day = verdict.dueOn })
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
      actions.append(GuideAction(.activateBy) { $0.day = verdict.dueOn })
    }
    if card?.euiccs.contains(where: { $0.notifications?.isEmpty == false }) == true {
      actions.append(GuideAction(.deliverNotifications))
    }
    return actions + facts(.esim).map { GuideAction(.manageESIM, $0) }
      + [GuideAction(.restartPhone)] + askCarrier
  }

  private var lastGoverningDay: CalendarDay? {
    verdict.clocks.filter(\.governs).compactMap { $0.stageLastDay ?? $0.lastDay }.max()
  }
}
