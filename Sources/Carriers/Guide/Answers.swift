import CardState
import Renewal

extension GuideCase {
  /// What to do about a problem, from what is known of this line; never empty.
  public func answer(to problem: GuideProblem) -> [GuideAction] {
    switch problem {
    case .password: password
    case .failed: failed
    case .region: region
    case .notActive: notActive
    case .lost: lost
    case .barred: barred
    case .away: away
    case .identity: identity
    case .recycled: recycled
    case .esim: esim
    }
  }

  /// What helps where nothing else is known.
  private var askCarrier: [GuideAction] { hotlines.isEmpty ? withoutHotline : hotlines }

  private var password: [GuideAction] {
    let facts = facts(.password)
    let digits = facts.compactMap { fact in
      if case .password(_, let digits) = fact.content { digits } else { nil }
    }
    let ways = facts.flatMap(\.actions)
    return [GuideAction(.passwordIs(digits: digits.first))] + ways
      + (ways.isEmpty ? unpublished(.password) : []) + askCarrier
      + [GuideAction(.passwordIsNotPIN(triesLeft: card?.pin?.pin1.triesLeft))]
  }

  private var failed: [GuideAction] {
    guard let failure = attempts.first(where: { $0.phase == .failed })?.failure else {
      let reasons = FailureReason.allCases.filter { isESIM || !$0.isOfDownload }.map {
        GuideAction(.mayFailBecause($0))
      }
      return [GuideAction(.seeWhetherPaid)] + checks.prefix(1).flatMap(\.actions) + reasons
        + unpublished(.payment) + asking(.payment)
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
      .useHomeMarket, .prepareEnd, .removeFromList, .test, .verifyRenewal:
      []
    }
  }

  private var region: [GuideAction] {
    let said = facts(.region).flatMap(\.actions)
    let remote: Set<ContactMethod.By> = [.web, .app, .miniProgramme, .ussd, .sms, .call]
    let ways = facts(.renew).filter { $0.method.map { remote.contains($0.by) } ?? false }
      .flatMap(\.actions)
    return (said.isEmpty ? [GuideAction(.elsewhereUnknown)] + unpublished(.elsewhere) : said) + ways
      + askCarrier
  }

  /// What the carrier does on request, or what to ask for, and whom.
  private func asking(_ kinds: Service.Kind...) -> [GuideAction] {
    kinds.flatMap { kind in
      let known = services(kind)
      return known.isEmpty ? [GuideAction(.askFor(kind))] : known
    } + askCarrier
  }

  private var lost: [GuideAction] {
    let esim = isESIM ? facts(.esim).flatMap(\.actions) : []
    return unpublished(.lostCard) + asking(.block, .replace) + esim
  }

  private var barred: [GuideAction] {
    let said = facts(.barring).flatMap(\.actions)
    let ways = facts(.renew).flatMap(\.actions).prefix(Self.mostWays)
    let rule = hasEnded ? afterEnd : []
    return rule + (said.isEmpty ? unpublished(.debt) : said) + ways + asking(.reopen)
  }

  /// Whether its end is behind it, as far as that is known.
  private var hasEnded: Bool {
    switch verdict.state {
    case .terminated, .quarantined, .suspended, .grace, .overdue: true
    case .active, .pendingActivation, .unknown: false
    }
  }

  /// How many ways to pay are enough beside what else has to be done.
  private static let mostWays = 3

  private var away: [GuideAction] {
    (services(.keep).isEmpty ? unpublished(.keeping) : []) + asking(.keep)
      + choose.filter(\.isKnown)
  }

  private var identity: [GuideAction] { unpublished(.identity) + asking(.identify) }

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
    return actions + checks.prefix(1).flatMap(\.actions) + unpublished(.activation)
      + asking(.activate) + [GuideAction(.readAgain)]
  }

  private var recycled: [GuideAction] {
    let unlinking = services(.unlink)
    return afterEnd + unpublished(.reuse)
      + (unlinking.isEmpty ? [GuideAction(.askFor(.unlink))] : unlinking) + askCarrier
      + [GuideAction(.unlinkNumber)]
  }

  /// What becomes of the line after its end.
  private var afterEnd: [GuideAction] {
    var actions: [GuideAction] = []
    let stage = verdict.clocks.first { $0.governs && $0.stageLastDay != nil }?.stageLastDay
    switch verdict.state {
    case .terminated:
      actions.append(GuideAction(.goneSince(lastGoverningDay)))
    case .quarantined: actions.append(GuideAction(.reinstateUntil(stage)))
    case .suspended, .grace: actions.append(GuideAction(.topUpUntil(stage)))
    case .overdue:
      actions += verdict.next.filter(\.isTest).map { GuideAction(.step($0)) }
    // When it ends is not known; what follows then is, and stands above.
    case .unknown where rule?.clocks.contains { $0.stages?.isEmpty == false } == true: break
    case .unknown:
      let unpublished = unpublished(.lapse)
      actions += unpublished.isEmpty ? [GuideAction(.afterwardsUnknown)] : unpublished
    case .active, .pendingActivation:
      actions.append(GuideAction(.expectDate(laterThan: verdict.dueOn)))
    }
    return actions
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

extension GuideAction {
  /// Whether it says what keeps a line, or names something to buy.
  fileprivate var isKnown: Bool {
    switch what {
    case .keepUnknown, .choosePlan: false
    default: true
    }
  }
}
