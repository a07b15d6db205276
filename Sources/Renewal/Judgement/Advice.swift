import CardState
/// What to do about a line, the most urgent first.
struct Advice {
  let standing: LineStanding
  let weighing: Weighing
  let warning: Warning

  /// The steps.
  var steps: [NextStep] {
    if weighing.isNoLine || standing.ending != nil { return [] }
    var steps = forCard
    if weighing.confidence == .contradicted {
      // A card that was used tells of an activation that nobody wrote down.
      if standing.state == .pendingActivation {
        steps.append(NextStep(.record([.activation])))
      }
      steps += [NextStep(.askCarrier), NextStep(.readAgain)]
    }
    for place in ordered { steps += advice(place) }
    steps += missing
    if standing.lowBalance != nil { steps.append(NextStep(.topUp())) }
    return steps.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // The deciding clock first, the others by their end.
  private var ordered: [ClockStanding] {
    let deciding = standing.deciding?.clock.id
    let rest = standing.clocks.filter { $0.clock.id != deciding }
    return [standing.deciding].compactMap { $0 }
      + rest.sorted {
        guard let one = $0.run?.end.moment, let other = $1.run?.end.moment else {
          return $0.run != nil && $1.run == nil
        }
        return (one, $0.clock.id) < (other, $1.clock.id)
      }
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
    let missing = standing.missing.map(\.what)
    guard !missing.isEmpty else { return [] }
    let record = NextStep(.record(missing))
    let carrierKnows = missing.contains { [.date, .stages, .balance, .anchor].contains($0) }
    return carrierKnows ? [record, NextStep(.askCarrier)] : [record]
  }

  private func advice(_ place: ClockStanding) -> [NextStep] {
    guard let verdict = warning.clocks.first(where: { $0.clock == place.clock.id }) else {
      return []
    }
    let id = place.clock.id
    switch place.position {
    case .met: return []
    case .running where verdict.severity == .ok || verdict.severity == .unknown: return []
    case .running: return renewing(place, by: verdict.lastSafeDay(place.calendar))
    case .notStarted:
      return verdict.state == .pendingActivation ? [NextStep(.activate, clock: id)] : []
    case .stage(let stage, let end):
      switch stage.recoverBy {
      case .topUp: return renewing(place, by: end?.strictLastDay)
      case .contact: return [NextStep(.contactCarrier, clock: id, by: end?.strictLastDay)]
      case .none: return [NextStep(.replace, clock: id)]
      }
    case .pastEnd, .undetermined: return renewing(place, by: nil)
    case .over where place.clock.governsLine:
      return verdict.governs ? [NextStep(.replace, clock: id)] : []
    case .over: return verdict.governs ? renewing(place, by: nil) : []
    }
  }

  /// What renews a clock, by a day.
  private func renewing(_ place: ClockStanding, by day: CalendarDay?) -> [NextStep] {
    let clock = place.clock
    if case .debit = clock.auto, place.position == .running {
      return [NextStep(.keepBalance, clock: clock.id, by: day)] + steps(clock, by: day)
    }
    return steps(clock, by: day)
  }

  private func steps(_ clock: Clock, by day: CalendarDay?) -> [NextStep] {
    if clock.subject == .activationWindow { return [NextStep(.activate, clock: clock.id, by: day)] }
    if clock.subject == .profileDownload { return [NextStep(.install, clock: clock.id, by: day)] }
    return clock.effectiveQualifying.flatMap { qualifier in
      let least = qualifier.least(for: clock)
      var actions: [NextStep.Action] = []
      if qualifier.events.contains(.topUp) { actions.append(.topUp(least)) }
      if qualifier.events.contains(.pack) { actions.append(.buyPack(least)) }
      if !qualifier.uses.isEmpty { actions.append(.use(qualifier.uses, least)) }
      return actions.map { NextStep($0, clock: clock.id, by: day) }
    }
  }
}

extension ClockVerdict {
  /// The last day on the stricter reading, or as it is written where that has passed.
  fileprivate func lastSafeDay(_ calendar: ClockCalendar) -> CalendarDay? {
    guard let lastDay, let strictLastDay, let daysLeft,
      let margin = calendar.days(from: strictLastDay, to: lastDay), daysLeft >= margin
    else { return lastDay }
    return strictLastDay
  }
}
