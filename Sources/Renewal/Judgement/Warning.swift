import FoundationEssentials

/// How much of a worry a line is, by the clocks and by its owner's thresholds.
struct Warning {
  let clocks: [ClockVerdict]
  let severity: Severity
  /// What gets worse next.
  let due: (day: CalendarDay, clock: Clock.ID, daysLeft: Int)?

  init(standing: LineStanding, confidence: Confidence, now: Date) {
    let governing = Set(standing.governing.map(\.clock.id))
    let clocks = standing.findings.map {
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
    _ finding: ClockFinding, in standing: LineStanding, governs: Bool, now: Date
  ) {
    let clock = finding.clock
    let end = finding.run?.end
    self.init(
      clock: clock.id, subject: clock.subject, governs: governs,
      state: standing.contribution(finding), severity: .ok, endsAt: end?.moment,
      lastDay: end?.lastDay, since: finding.run?.cause?.id, zone: finding.zone)
    if let end, end.strictLastDay < end.lastDay { strictLastDay = end.strictLastDay }
    if case .stage(_, let end?) = finding.position { stageLastDay = end.lastDay }
    if clock.subject == .pack { pack = standing.packState(finding) }
    let today = finding.calendar.day(of: now)
    if let today, let day = stageLastDay ?? lastDay {
      daysLeft = finding.calendar.days(from: today, to: day)
    }
    severity = ownSeverity(finding, standing, today: today)
    if !governs, severity == .critical { severity = .warning }
  }

  private mutating func ownSeverity(
    _ finding: ClockFinding, _ standing: LineStanding, today: CalendarDay?
  ) -> Severity {
    switch finding.position {
    case .met: return .ok
    case .notStarted: return state == .unknown && governs ? .unknown : .ok
    case .stage, .pastEnd, .undetermined: return .critical
    case .over: return governs ? .critical : .ok
    case .running:
      guard finding.clock.auto != .renew, let today, let day = strictLastDay ?? lastDay,
        let left = finding.calendar.days(from: today, to: day)
      else { return .ok }
      if left < 0 { return .critical }
      let passed = standing.line.thresholds.filter { left <= $0.days }
      threshold = passed.map(\.days).min()
      return passed.map(\.severity).max { $0.weight < $1.weight } ?? .ok
    }
  }
}

extension LineStanding {
  fileprivate func packState(_ finding: ClockFinding) -> PackState? {
    switch finding.position {
    case .running: .active
    case .notStarted: isPending || happened.contains { $0.kind == .pack } ? .pending : nil
    case .met, .undetermined: nil
    case .stage, .pastEnd, .over: finding.run?.exhausted == nil ? .expired : .exhausted
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
