import CardState
import FoundationEssentials

/// What to do about a line, the most urgent first.
struct Advice {
  let standing: LineStanding
  let weighing: Weighing
  let warning: Warning

  /// The steps.
  var steps: [NextStep] {
    if weighing.isNoLine { return [] }
    let isOver = standing.ending != nil || standing.isUsedUp
    if isOver, weighing.confidence != .contradicted {
      return [NextStep(.removeFromList)]
    }
    // What is on its way is not to be paid again before that is looked into.
    let underWay = standing.course.submitted == nil ? [] : [NextStep(.verifyRenewal)]
    var steps = underWay + forCard
    if weighing.confidence == .contradicted {
      // A card that was used tells of an activation that nobody wrote down.
      if standing.state == .pendingActivation {
        steps.append(NextStep(.record(.activation)))
      }
      steps += [NextStep(.askCarrier), NextStep(.readAgain)]
    }
    if standing.ending == nil {
      // What presses most comes first; what its clocks and its balance ask for follows.
      for duty in warning.duties { steps += self.steps(for: duty) }
      let laxer = standing.laxer
      for place in ordered where !laxer.contains(place.clock.id) { steps += advice(place) }
      steps += missing
    }
    return steps.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // The deciding clock first, the others by their end. Of a line that is suspended or about to end only
  // those that ask for something all the same.
  private var ordered: [ClockStanding] {
    let deciding = standing.deciding?.clock.id
    let asking = Set(warning.duties.compactMap(\.clock))
    let isSetAside = standing.course.suspension != nil || standing.course.planned != nil
    let rest = standing.clocks.filter { $0.clock.id != deciding }
    return
      ([standing.deciding].compactMap { $0 }
      + rest.sorted {
        guard let one = $0.run?.end.moment, let other = $1.run?.end.moment else {
          return $0.run != nil && $1.run == nil
        }
        return (one, $0.clock.id) < (other, $1.clock.id)
      }).filter { !isSetAside || asking.contains($0.clock.id) }
  }

  private func steps(for duty: Duty) -> [NextStep] {
    switch duty.what {
    case .topUp:
      if let place = place(of: duty), place.clock.id != standing.plan { return advice(place) }
      return [NextStep(.topUp(shortfall), clock: duty.clock, by: duty.deadline)]
    case .confirmRenewal: return [NextStep(.confirmRenewal, clock: duty.clock)]
    case .payAgain: return [NextStep(.payOtherwise), NextStep(.tryAgain)]
    case .verifyRenewal: return [NextStep(.verifyRenewal)]
    case .resume: return [NextStep(.resume, by: duty.deadline)]
    case .prepareEnd: return [NextStep(.prepareEnd, by: duty.deadline)]
    case .findOut:
      // What is contradicted was asked above. A lost line may still be heard of; of a suspension without
      // an end the carrier knows it.
      if weighing.confidence == .contradicted { return [] }
      if let place = place(of: duty), standing.contribution(place) == .overdue {
        return advice(place)
      }
      return duty.clock == nil
        ? [NextStep(.askCarrier)] : [NextStep(.readAgain), NextStep(.askCarrier)]
    case .contactCarrier where duty.clock == nil:
      return [NextStep(.askCarrier), NextStep(.contactCarrier)]
    case .renew, .keepBalance, .buyPack, .activate, .install, .contactCarrier:
      return place(of: duty).map(advice) ?? []
    }
  }

  private func place(of duty: Duty) -> ClockStanding? {
    standing.clocks.first { $0.clock.id == duty.clock }
  }

  // What the next fee takes, beyond what will be left.
  private var shortfall: LeastAmount? {
    guard let sheet = standing.sheet, let fee = standing.line.feeFromBalance,
      let left = sheet.uncovered?.left, left.amount < fee.amount
    else { return nil }
    return .atLeast(Money(fee.amount - max(left.amount, 0), fee.currency))
  }

  private var forCard: [NextStep] {
    weighing.effects.compactMap { evidence, effect in
      switch evidence.rule {
      case .profileDisabled:
        let needsUse = standing.clocks.contains { place in
          place.clock.effectiveQualifying.contains { !$0.uses.isEmpty }
        }
        return needsUse ? NextStep(.enableProfile) : nil
      case .notificationPending: return NextStep(.sendNotifications)
      case .profileGone: return NextStep(.findAsset)
      case .carrierText where effect == .contradicts:
        return evidence.day.flatMap { CalendarDay($0) }.map { NextStep(.recordNotice($0)) }
      default: return nil
      }
    }
  }

  private var missing: [NextStep] {
    let steps = standing.missing.map { missing in
      guard case .anchor(_, let anchors) = missing else { return NextStep(.record(missing.what)) }
      return NextStep(.record(.anchor, anyOf: anchors.filter { $0 != .clockEnd }))
    }
    let carrierKnows = standing.missing.contains {
      [.date, .stages, .balance, .anchor].contains($0.what)
    }
    // What starts with the end of another clock is asked for where that one is.
    let records = steps.filter { $0.action != .record(.anchor) }
    return carrierKnows ? records + [NextStep(.askCarrier)] : records
  }

  private func advice(_ place: ClockStanding) -> [NextStep] {
    guard let verdict = warning.clocks.first(where: { $0.clock == place.clock.id }) else {
      return []
    }
    let id = place.clock.id
    switch place.position {
    case .met: return []
    case .running where verdict.severity == .ok || verdict.severity == .unknown: return []
    case .running: return renewing(place, by: verdict.lastSafeDay)
    case .notStarted:
      return verdict.state == .pendingActivation ? [starting(place.clock)] : []
    case .stage(let stage, let end) where verdict.state == .overdue:
      let contact = NextStep(.contactCarrier, clock: id, by: end?.strictLastDay)
      return [testing(place)] + renewing(place, by: nil)
        + (stage.recoverBy == .contact ? [contact] : [])
    case .stage(let stage, let end):
      switch stage.recoverBy {
      case .topUp: return renewing(place, by: end?.strictLastDay)
      case .contact: return [NextStep(.contactCarrier, clock: id, by: end?.strictLastDay)]
      case .none: return [NextStep(.replace, clock: id)]
      }
    case .pastEnd, .undetermined: return renewing(place, by: nil)
    case .mayBeOver: return verdict.governs ? [testing(place)] + renewing(place, by: nil) : []
    case .over where verdict.state == .overdue:
      return verdict.governs ? [testing(place)] + renewing(place, by: nil) : []
    case .over where place.clock.governsLine && weighing.confidence == .contradicted:
      return verdict.governs ? [testing(place)] : []
    case .over where place.clock.governsLine:
      guard verdict.governs else { return [] }
      let isLost = warning.duties.isEmpty && standing.state == .terminated
      return [NextStep(.replace, clock: id)] + (isLost ? [NextStep(.removeFromList)] : [])
    case .over:
      let isMissed = warning.duties.contains { $0.clock == id }
      return isMissed ? renewing(place, by: nil) : []
    }
  }

  /// What a clock that has not started waits for.
  private func starting(_ clock: Clock) -> NextStep {
    let words = clock.anchor.map(\.word)
    if words.allSatisfy({ $0 == .install }), !words.isEmpty {
      return NextStep(.install, clock: clock.id)
    }
    let first = words.contains(.activation) ? nil : words.first { $0.isFirstUse }
    return NextStep(.activate(first), clock: clock.id)
  }

  /// What shows whether the carrier has acted: use that counts, where that is anything.
  private func testing(_ place: ClockStanding) -> NextStep {
    let uses = place.clock.effectiveQualifying.flatMap(\.uses).filter(
      Qualifier.Word.chargeable.contains)
    return NextStep(
      .test(uses.isEmpty ? [.outgoingCall, .outgoingSMS] : uses), clock: place.clock.id)
  }

  /// What renews a clock, by a day.
  private func renewing(_ place: ClockStanding, by day: CalendarDay?) -> [NextStep] {
    let clock = place.clock
    if case .debit = clock.auto, place.position == .running {
      return [NextStep(.keepBalance, clock: clock.id, by: day)] + steps(place, by: day)
    }
    return steps(place, by: day)
  }

  private func steps(_ place: ClockStanding, by day: CalendarDay?) -> [NextStep] {
    let clock = place.clock
    if clock.subject == .activationWindow {
      return [NextStep(.activate(), clock: clock.id, by: day)]
    }
    if clock.subject == .profileDownload { return [NextStep(.install, clock: clock.id, by: day)] }
    return clock.effectiveQualifying.flatMap { qualifier in
      let least = least(by: qualifier, place)
      var actions: [NextStep.Action] = []
      if qualifier.events.contains(.topUp) { actions.append(.topUp(least)) }
      if qualifier.events.contains(.pack) { actions.append(.buyPack(least)) }
      // What lasts as long as was bought is a pack first.
      if clock.period == nil, clock.tiers.isEmpty { actions.reverse() }
      if !qualifier.uses.isEmpty { actions.append(.use(qualifier.uses, least)) }
      return actions.map { NextStep($0, clock: clock.id, by: day) }
    }
  }

  /// The least that carries a clock on. Where a payment counts from its own day, a smaller one can buy less
  /// time than is left.
  private func least(by qualifier: Qualifier, _ place: ClockStanding) -> LeastAmount? {
    let clock = place.clock
    let least = qualifier.least(for: clock)
    guard case .atLeast(let amount) = least, clock.renewFrom != .previousEnd,
      case .running = place.position, let end = place.run?.end.lastDay, let today = standing.today
    else { return least }
    let helpful = clock.tiers.first { tier in
      let day = place.calendar.adding(tier.period.n, tier.period.unit, to: today)
      return tier.from.amount >= amount.amount && day.map { $0 > end } == true
    }
    return (helpful ?? clock.tiers.last).map { .atLeast($0.from) } ?? least
  }
}

extension Anchor.Word {
  fileprivate var isFirstUse: Bool { self == .firstAttach || self == .firstData }
}

extension ClockVerdict {
  /// The last day on the stricter reading, or as it is written where that has passed.
  fileprivate var lastSafeDay: CalendarDay? {
    guard let lastDay, let strictLastDay, let daysLeft,
      daysLeft >= strictLastDay.days(to: lastDay)
    else { return lastDay }
    return strictLastDay
  }
}
