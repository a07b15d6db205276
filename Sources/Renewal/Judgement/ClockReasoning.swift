import FoundationEssentials

extension Reasoning {
  /// Why one clock stands where it stands: where it is, what put it there, what happened to it.
  func reasons(of place: ClockStanding) -> [Reason] {
    // While a line is suspended nobody knows what has ended.
    if standing.course.suspension != nil, place.position != .running { return [] }
    if standing.laxer.contains(place.clock.id) { return otherReading(place) }
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

  // Another source on what a stricter clock is about, where it comes to another day.
  private func otherReading(_ place: ClockStanding) -> [Reason] {
    let subject = place.clock.readingOf ?? place.clock.id
    let stricter = standing.governing.first { $0.clock.isNamed(subject) }
    // A date that the carrier has not given says nothing.
    if place.run == nil, !standing.openReadings.contains(where: { $0.clock.id == place.clock.id }) {
      return []
    }
    if stricter?.run?.end == place.run?.end, stricter?.position == place.position { return [] }
    let end = place.run.map { Reason.End(day: $0.end.lastDay, on: .moment($0.end.moment)) }
    return [
      .rule(
        .otherReading(end, standing.ownContribution(place)), clock: place.clock.id,
        by: authority(of: place))
    ]
  }

  // What follows the end may stand elsewhere.
  private func authorityOfPosition(_ place: ClockStanding) -> Reason.Authority {
    let source: Source? =
      switch place.position {
      case .stage(let stage, _): stage.source
      case .mayBeOver, .over: place.clock.loss?.source
      case .notStarted, .met, .running, .pastEnd, .undetermined: nil
      }
    guard let source, var provenance = standing.provenance(of: place.clock) else {
      return authority(of: place)
    }
    provenance.source = source
    return Reason.Authority(standing.rule, provenance)
  }

  private func position(_ place: ClockStanding) -> Reason {
    let id = place.clock.id
    if let run = place.run, let exhausted = run.exhausted {
      let end = Reason.End(day: run.end.lastDay, on: exhausted.on)
      return .record(
        place.position == .over ? .packExhausted(end) : .whatFollowsUnknown(end), clock: id,
        event: exhausted.id)
    }
    return .rule(ownPosition(place), clock: id, by: authorityOfPosition(place))
  }

  private func ownPosition(_ place: ClockStanding) -> Reason.FromRule {
    let end = place.run.map { Reason.End(day: $0.end.lastDay, on: .moment($0.end.moment)) }
    // A clock that nothing started is not started, or met.
    guard let end else { return place.position == .met ? .windowMet(nil) : .clockNotStarted }
    if let state = standing.possibility(place) {
      if case .stage(let stage, _) = place.position { return .mayBe(state, end, stage.effects) }
      return .mayBe(state, end, [])
    }
    return switch place.position {
    case .notStarted: .clockNotStarted
    case .met: .windowMet(end)
    case .running: place.clock.subject.isWindow ? .windowOpen(end) : .clockRuns(end)
    case .stage(let stage, _): .clockEnded(end, stage.effects)
    case .pastEnd, .undetermined: .whatFollowsUnknown(end)
    case .mayBeOver, .over: .clockOver(end)
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
    let caveats: [(ClockRun.Caveat, Reason.FromRule)] = [
      (.dayOnly, .dayOnly), (.previousEndUnknown, .previousEndUnknown),
      (.renewedAfterEnd, .renewedAfterEnd), (.renewedWhenOverdue, .renewedWhenOverdue),
    ]
    if let from = run.terms.from, run.caveats.contains(.olderThanTerms) {
      reasons.append(.termsSince(from))
    }
    return reasons + caveats.filter { run.caveats.contains($0.0) }.map(\.1)
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
