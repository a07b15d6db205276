import FoundationEssentials

/// How much of a worry a line is, by the clocks and by its owner's thresholds.
struct Warning {
  let clocks: [ClockVerdict]
  let severity: Severity
  /// What gets worse next.
  let due: (day: CalendarDay, clock: Clock.ID, daysLeft: Int)?

  /// What has to be done, the most pressing first.
  let duties: [Duty]

  init(standing: LineStanding, weighing: Weighing, now: Date) {
    let governing = Set(standing.governing.map(\.clock.id))
    let clocks = standing.clocks.map {
      ClockVerdict($0, in: standing, governs: governing.contains($0.clock.id), now: now)
    }
    self.clocks = clocks
    let duties = Duties(standing, weighing, clocks, now: now)?.all ?? []
    self.duties = duties
    let isLost = standing.state == .terminated && duties.isEmpty
    if weighing.isNoLine || standing.ending != nil || standing.isUsedUp || isLost {
      severity = weighing.confidence == .contradicted ? .warning : .ok
      due = nil
      return
    }
    var worst =
      standing.course.suspension == nil
      ? clocks.map(\.severity).max { $0.weight < $1.weight } ?? .ok : .ok
    if clocks.isEmpty, standing.state == .unknown { worst = .unknown }
    if standing.course.bar != nil { worst = .critical }
    for duty in duties { worst = worst.atLeast(standing.severity(of: duty)) }
    severity = worst
    due = clocks.compactMap { clock in
      guard clock.governs, let day = clock.stageLastDay ?? clock.lastDay, let left = clock.daysLeft,
        left >= 0, clock.state != .terminated
      else { return nil }
      return (day, clock.clock, left)
    }.min { ($0.daysLeft, $0.clock) < ($1.daysLeft, $1.clock) }
  }
}

extension LineStanding {
  // What has a last day is pressing from the lead before it; what has none can hardly be late.
  fileprivate func severity(of duty: Duty) -> Severity {
    guard let today else { return .ok }
    if duty.deadline != nil, duty.isPressing(on: today) { return .critical }
    if duty.isPressing(on: today) { return .warning }
    return line.thresholds.filter { duty.daysLeft <= $0.days }.map(\.severity)
      .max { $0.weight < $1.weight } ?? .ok
  }
}

extension ClockVerdict {
  fileprivate init(
    _ place: ClockStanding, in standing: LineStanding, governs: Bool, now: Date
  ) {
    let clock = place.clock
    let end = place.run?.end
    self.init(
      clock: clock.id, subject: clock.subject, governs: governs,
      state: standing.contribution(place), severity: .ok, endsAt: end?.moment,
      lastDay: end?.lastDay, since: place.run?.cause?.id, zone: place.zone)
    if let end, end.strictLastDay < end.lastDay { strictLastDay = end.strictLastDay }
    if case .stage(_, let end?) = place.position { stageLastDay = end.lastDay }
    if clock.subject == .pack { pack = standing.packState(place) }
    mayBe = standing.possibility(place)
    readingOf = clock.readingOf
    let isOverruled = standing.laxer.contains(clock.id)
    if isOverruled { overruled = true }
    let today = place.calendar.day(of: now)
    if let today, let day = stageLastDay ?? lastDay {
      daysLeft = today.days(to: day)
    }
    severity = isOverruled ? .ok : ownSeverity(place, standing, today: today)
    if !governs, severity == .critical { severity = .warning }
  }

  private mutating func ownSeverity(
    _ place: ClockStanding, _ standing: LineStanding, today: CalendarDay?
  ) -> Severity {
    switch place.position {
    case .met: return .ok
    case .notStarted: return state == .unknown && governs ? .unknown : .ok
    case .stage, .pastEnd, .undetermined: return .critical
    case .mayBeOver, .over: return governs ? .critical : .ok
    case .running:
      guard place.clock.auto != .renew, let today, let day = strictLastDay ?? lastDay else {
        return .ok
      }
      let left = today.days(to: day)
      if left < 0 { return .critical }
      let passed = standing.line.thresholds.filter { left <= $0.days }
      threshold = passed.map(\.days).min()
      return passed.map(\.severity).max { $0.weight < $1.weight } ?? .ok
    }
  }
}

extension LineStanding {
  fileprivate func packState(_ place: ClockStanding) -> PackState? {
    switch place.position {
    case .running: .active
    case .notStarted: isPending || happened.contains { $0.kind == .pack } ? .pending : nil
    case .met, .undetermined: nil
    case .stage, .pastEnd, .mayBeOver, .over: place.run?.exhausted == nil ? .expired : .exhausted
    }
  }
}

extension Severity {
  var weight: Int {
    switch self {
    case .ok: 0
    case .unknown: 1
    case .warning: 2
    case .critical: 3
    }
  }

  fileprivate func atLeast(_ other: Severity) -> Severity {
    weight < other.weight ? other : self
  }
}
