import FoundationEssentials

/// How much of a worry a line is, by the clocks and by its owner's thresholds.
struct Warning {
  let clocks: [ClockVerdict]
  let severity: Severity
  /// What gets worse next.
  let due: (day: CalendarDay, clock: Clock.ID, daysLeft: Int)?

  init(standing: LineStanding, confidence: Confidence, now: Date) {
    let governing = Set(standing.governing.map(\.clock.id))
    let clocks = standing.clocks.map {
      ClockVerdict($0, in: standing, governs: governing.contains($0.clock.id), now: now)
    }
    self.clocks = clocks
    if standing.ending != nil {
      severity = .ok
      due = nil
      return
    }
    var worst = clocks.map(\.severity).max { $0.weight < $1.weight } ?? .ok
    if clocks.isEmpty, standing.state == .unknown { worst = .unknown }
    if confidence == .contradicted || standing.lowBalance != nil { worst = worst.atLeast(.warning) }
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
  /// The last known balance, if it is below what the owner wants.
  var lowBalance: (event: Event, limit: Money)? {
    guard let limit = line.lowBalance,
      let event = happened.last(where: {
        $0.kind == .balance && $0.amount?.currency == limit.currency
      }),
      let amount = event.amount?.amount, amount < limit.amount,
      happened.last(where: { $0.kind == .balance || $0.kind == .topUp }) == event
    else { return nil }
    return (event, limit)
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
    let today = place.calendar.day(of: now)
    if let today, let day = stageLastDay ?? lastDay {
      daysLeft = place.calendar.days(from: today, to: day)
    }
    severity = ownSeverity(place, standing, today: today)
    if !governs, severity == .critical { severity = .warning }
  }

  private mutating func ownSeverity(
    _ place: ClockStanding, _ standing: LineStanding, today: CalendarDay?
  ) -> Severity {
    switch place.position {
    case .met: return .ok
    case .notStarted: return state == .unknown && governs ? .unknown : .ok
    case .stage, .pastEnd, .undetermined: return .critical
    case .over: return governs ? .critical : .ok
    case .running:
      guard place.clock.auto != .renew, let today, let day = strictLastDay ?? lastDay,
        let left = place.calendar.days(from: today, to: day)
      else { return .ok }
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
    case .stage, .pastEnd, .over: place.run?.exhausted == nil ? .expired : .exhausted
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
