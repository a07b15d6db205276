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
        var record = NextStep(.record)
        record.words = [Missing.What.activation.rawValue]
        steps.append(record)
      }
      steps += [NextStep(.askCarrier), NextStep(.readAgain)]
    }
    for finding in ordered { steps += advice(finding) }
    steps += missing
    if standing.lowBalance != nil { steps.append(NextStep(.topUp)) }
    return steps.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // The deciding clock first, the others by their end.
  private var ordered: [ClockFinding] {
    let deciding = standing.deciding?.clock.id
    let rest = standing.findings.filter { $0.clock.id != deciding }
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
        let needsUse = standing.findings.contains { finding in
          finding.clock.effectiveQualifying.contains { !$0.useWords.isEmpty }
        }
        return needsUse ? NextStep(.enableProfile) : nil
      case .notificationPending: return NextStep(.sendNotifications)
      case .profileGone: return NextStep(.findAsset)
      case .carrierText where effect == .contradicts:
        var step = NextStep(.recordNotice)
        step.by = evidence.day.flatMap { CalendarDay($0) }
        return step
      default: return nil
      }
    }
  }

  private var missing: [NextStep] {
    let words = standing.missing.map(\.what)
    guard !words.isEmpty else { return [] }
    var record = NextStep(.record)
    record.words = words.map(\.rawValue)
    let carrierKnows = words.contains { [.date, .stages, .balance, .anchor].contains($0) }
    return carrierKnows ? [record, NextStep(.askCarrier)] : [record]
  }

  private func advice(_ finding: ClockFinding) -> [NextStep] {
    guard let verdict = warning.clocks.first(where: { $0.clock == finding.clock.id }) else {
      return []
    }
    let id = finding.clock.id
    switch finding.position {
    case .met: return []
    case .running where verdict.severity == .ok || verdict.severity == .unknown: return []
    case .running: return renewing(finding, by: verdict.lastSafeDay(finding.calendar))
    case .notStarted:
      return verdict.state == .pendingActivation ? [NextStep(.activate, clock: id)] : []
    case .stage(let stage, let end):
      switch stage.recoverBy {
      case .topUp: return renewing(finding, by: end?.strictLastDay)
      case .contact: return [NextStep(.contactCarrier, clock: id, by: end?.strictLastDay)]
      case .none: return [NextStep(.replace, clock: id)]
      }
    case .pastEnd, .undetermined: return renewing(finding, by: nil)
    case .over where finding.clock.governsLine:
      return verdict.governs ? [NextStep(.replace, clock: id)] : []
    case .over: return verdict.governs ? renewing(finding, by: nil) : []
    }
  }

  /// What renews a clock, by a day.
  private func renewing(_ finding: ClockFinding, by day: CalendarDay?) -> [NextStep] {
    let clock = finding.clock
    if case .debit = clock.auto, finding.position == .running {
      return [NextStep(.keepBalance, clock: clock.id, by: day)] + steps(clock, by: day)
    }
    return steps(clock, by: day)
  }

  private func steps(_ clock: Clock, by day: CalendarDay?) -> [NextStep] {
    if clock.subject == .activationWindow { return [NextStep(.activate, clock: clock.id, by: day)] }
    if clock.subject == .profileDownload { return [NextStep(.install, clock: clock.id, by: day)] }
    return clock.effectiveQualifying.flatMap { qualifier in
      var steps: [NextStep] = []
      func add(_ code: NextStep.Code, words: [String]? = nil) {
        var step = NextStep(code, clock: clock.id, by: day)
        step.amount = qualifier.atLeast ?? qualifier.moreThan ?? clock.tiers.first?.from
        step.exclusive = qualifier.moreThan == nil ? nil : true
        step.words = words
        steps.append(step)
      }
      if qualifier.events.contains(.topUp) { add(.topUp) }
      if qualifier.events.contains(.pack) { add(.buyPack) }
      if !qualifier.useWords.isEmpty { add(.use, words: qualifier.useWords) }
      return steps
    }
  }
}

extension Qualifier {
  /// The kinds of use that count.
  fileprivate var useWords: [String] {
    events.filter(Word.anyUse.contains).map(\.rawValue)
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
