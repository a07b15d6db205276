import FoundationEssentials

extension Reasoning {
  /// Why one clock stands where it stands: where it is, what put it there, what happened to it.
  func reasons(of finding: ClockFinding) -> [Reason] {
    var reasons = [position(finding)]
    if let run = finding.run, finding.position != .met {
      reasons += [cause(of: run, finding)].compactMap { $0 } + course(of: run, finding)
    }
    return reasons + remarks(finding)
  }

  /// The source of what follows from the clock itself.
  func source(of finding: ClockFinding) -> Reason.Source {
    .rule(standing.rule, standing.provenance(of: finding.clock))
  }

  private func position(_ finding: ClockFinding) -> Reason {
    let isWindow = finding.clock.subject.isWindow
    let code: Reason.Code
    var effects: [String]?
    switch finding.position {
    case .notStarted: code = .clockNotStarted
    case .met: code = .windowMet
    case .running: code = isWindow ? .windowOpen : .clockRuns
    case .stage(let stage, _):
      code = .clockEnded
      effects = stage.effects.map(\.rawValue)
    case .pastEnd, .undetermined: code = .whatFollowsUnknown
    case .over: code = finding.run?.exhausted == nil ? .clockOver : .packExhausted
    }
    return Reason(code, source(of: finding), clock: finding.clock.id).with {
      $0.day = finding.run?.end.lastDay
      $0.words = effects
      $0.on = finding.run.map { .moment($0.end.moment) }
      if let exhausted = finding.run?.exhausted {
        $0.on = exhausted.on
        $0.source = .record(exhausted)
      }
    }
  }

  private func cause(of run: ClockRun, _ finding: ClockFinding) -> Reason? {
    let code: Reason.Code =
      switch run.basis {
      case .anchor, .firstPeriod: .startedBy
      case .renewal: .renewedBy
      case .notice: .carrierNotice
      case .person: .personsDate
      case .reinstatement: .reinstated
      case .otherClock: .followsClock
      }
    guard let event = run.cause else {
      guard run.basis == .person || run.basis == .otherClock else { return nil }
      return Reason(code, source(of: finding), clock: finding.clock.id).with {
        $0.day = run.end.lastDay
      }
    }
    return Reason(code, .record(event), clock: finding.clock.id).with {
      $0.on = event.on
      $0.amount = event.amount
      $0.day = event.date
      if run.basis == .otherClock { $0.words = finding.clock.followed }
    }
  }

  // How the clock came from its cause to its end.
  private func course(of run: ClockRun, _ finding: ClockFinding) -> [Reason] {
    let id = finding.clock.id
    let source = source(of: finding)
    var reasons: [Reason] = []
    if run.end.strictLastDay < run.end.lastDay {
      reasons.append(
        Reason(.stricterReading, source, clock: id).with { $0.day = run.end.strictLastDay })
    }
    if let day = run.cappedAt {
      reasons.append(Reason(.capped, source, clock: id).with { $0.day = day })
    }
    if finding.clock.auto == .renew { reasons.append(Reason(.renewsItself, source, clock: id)) }
    if case .debit(let amount, _) = finding.clock.auto, finding.debits > 0 {
      reasons.append(
        Reason(.debited, source, clock: id).with {
          $0.amount = amount
          $0.count = finding.debits
        })
    }
    let doubts: [(ClockRun.Doubt, Reason.Code)] = [
      (.dayOnly, .dayOnly), (.previousEndUnknown, .previousEndUnknown),
      (.renewedAfterEnd, .renewedAfterEnd),
    ]
    for (doubt, code) in doubts where run.doubts.contains(doubt) {
      reasons.append(Reason(code, source, clock: id))
    }
    return reasons
  }

  // What was said about single events since the clock got its present end, each kind once.
  private func remarks(_ finding: ClockFinding) -> [Reason] {
    var last: [Reason.Code: Reason] = [:]
    for note in finding.notes {
      guard let on = note.on, let point = finding.calendar.point(on) else { continue }
      if finding.position == .met, note.code != .windowMet { continue }
      if let run = finding.run, point.moment < run.setAt, finding.position != .met { continue }
      if note.code == .renewedBy, finding.run?.cause?.id == note.source.event { continue }
      last[note.code] = note
    }
    return last.values.sorted { $0.code.rawValue < $1.code.rawValue }
  }
}

extension Clock {
  /// The clocks that this one follows.
  var followed: [Clock.ID] {
    anchor.compactMap { if case .clockEnd(let id, _) = $0 { id } else { nil } }
  }
}
