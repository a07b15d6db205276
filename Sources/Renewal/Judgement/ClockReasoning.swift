import FoundationEssentials

extension Reasoning {
  /// Why one clock stands where it stands: where it is, what put it there, what happened to it.
  func reasons(of place: ClockStanding) -> [Reason] {
    // While a line is suspended nobody knows what has ended.
    if standing.course.suspension != nil, place.position != .running { return [] }
    var reasons = [position(place)]
    if let run = place.run, place.position != .met {
      reasons += [cause(of: run, place)].compactMap { $0 }
      reasons += course(of: run, place).map {
        .rule($0, clock: place.clock.id, by: authority(of: place))
      }
    }
    return reasons + remarks(place)
  }

  /// Who says what follows from the clock itself.
  func authority(of place: ClockStanding) -> Reason.Authority {
    Reason.Authority(standing.rule, standing.provenance(of: place.clock))
  }

  private func position(_ place: ClockStanding) -> Reason {
    let id = place.clock.id
    if let run = place.run, let exhausted = run.exhausted {
      let end = Reason.End(day: run.end.lastDay, on: exhausted.on)
      return .record(
        place.position == .over ? .packExhausted(end) : .whatFollowsUnknown(end), clock: id,
        event: exhausted.id)
    }
    return .rule(ownPosition(place), clock: id, by: authority(of: place))
  }

  private func ownPosition(_ place: ClockStanding) -> Reason.FromRule {
    let end = place.run.map { Reason.End(day: $0.end.lastDay, on: .moment($0.end.moment)) }
    // A clock that nothing started is not started, or met.
    guard let end else { return place.position == .met ? .windowMet(nil) : .clockNotStarted }
    return switch place.position {
    case .notStarted: .clockNotStarted
    case .met: .windowMet(end)
    case .running: place.clock.subject.isWindow ? .windowOpen(end) : .clockRuns(end)
    case .stage(let stage, _): .clockEnded(end, stage.effects)
    case .pastEnd, .undetermined: .whatFollowsUnknown(end)
    case .over: .clockOver(end)
    }
  }

  private func cause(of run: ClockRun, _ place: ClockStanding) -> Reason? {
    let id = place.clock.id
    guard let event = run.cause else {
      switch run.basis {
      case .person:
        return .rule(.personsDate(run.end.lastDay), clock: id, by: authority(of: place))
      case .otherClock:
        return .rule(.followsClock(run.end.lastDay), clock: id, by: authority(of: place))
      case .anchor, .firstPeriod, .renewal, .notice, .reinstatement: return nil
      }
    }
    let this = Reason.Occasion(event)
    let what: Reason.FromRecord =
      switch run.basis {
      case .anchor, .firstPeriod: .startedBy(this)
      case .renewal: .renewedBy(this)
      case .notice:
        .carrierNotice(event.date ?? run.end.lastDay, on: event.on, amount: event.amount)
      case .person: .personsDate(event.date ?? run.end.lastDay, on: event.on, amount: event.amount)
      case .reinstatement: .reinstated(this)
      case .otherClock: .followsClock(place.clock.followed, this)
      }
    return .record(what, clock: id, event: event.id)
  }

  // How the clock came from its cause to its end.
  private func course(of run: ClockRun, _ place: ClockStanding) -> [Reason.FromRule] {
    var reasons: [Reason.FromRule] = []
    if run.end.strictLastDay < run.end.lastDay {
      reasons.append(.stricterReading(run.end.strictLastDay))
    }
    if let day = run.cappedAt { reasons.append(.capped(day)) }
    if place.clock.auto == .renew { reasons.append(.renewsItself) }
    if let expectation = place.expectation,
      !expectation.unproven.isEmpty || expectation.provenOn == nil
    {
      reasons.append(
        .renewalExpected(expectation.unproven.count, since: expectation.provenOn))
    }
    if case .debit(let amount, _) = place.clock.auto, place.debits > 0 {
      reasons.append(.debited(place.debits, of: amount))
    }
    let doubts: [(ClockRun.Doubt, Reason.FromRule)] = [
      (.dayOnly, .dayOnly), (.previousEndUnknown, .previousEndUnknown),
      (.renewedAfterEnd, .renewedAfterEnd),
    ]
    return reasons + doubts.filter { run.doubts.contains($0.0) }.map(\.1)
  }

  // What was said about single events since the clock got its present end, each kind once.
  private func remarks(_ place: ClockStanding) -> [Reason] {
    var last: [Reason.FromRecord.Code: ClockFold.Note] = [:]
    for note in place.notes {
      guard let point = place.calendar.point(note.event.on) else { continue }
      let code = note.what.code
      if place.position == .met, code != .windowMet { continue }
      if let run = place.run, point.moment < run.setAt, place.position != .met { continue }
      if code == .renewedBy, place.run?.cause?.id == note.event.id { continue }
      last[code] = note
    }
    return last.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { .record($0.value.what, clock: place.clock.id, event: $0.value.event.id) }
  }
}

extension Clock {
  /// The clocks that this one follows.
  var followed: [Clock.ID] {
    anchor.compactMap { if case .clockEnd(let id, _) = $0 { id } else { nil } }
  }
}
