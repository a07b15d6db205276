import FoundationEssentials

/// A clock that has started: what it counts from, how far, and why.
struct ClockRun {
  /// The terms that it was made under; they stay its own when others take their place.
  var terms: ClockTerms
  /// What the term counts from; absent where the end is a date that somebody gave.
  var point: StartingPoint?
  /// The whole term from that point; several periods of one rhythm are one term.
  var term: Period?
  /// When it ends.
  var end: ClockEnd
  /// What gave it its present end; absent where the calendar alone did.
  var cause: Event?
  /// How that gave it its end.
  var basis: Basis
  /// When that happened.
  var setAt: Date
  /// How many times it was renewed since it started.
  var renewals = 0
  /// What makes its end less sure.
  var caveats: Set<Caveat> = []
  /// The day that it was capped at.
  var cappedAt: CalendarDay?
  /// The event that used the pack up.
  var exhausted: Event?

  /// How a clock got its present end.
  enum Basis { case anchor, firstPeriod, renewal, notice, person, reinstatement, otherClock }

  /// What makes an end less sure.
  enum Caveat: Hashable {
    case dayOnly, previousEndUnknown, renewedAfterEnd, renewedWhenOverdue, renewedItself
    case olderThanTerms
  }
}

/// Where a clock stands at a moment.
enum ClockPosition: Equatable {
  /// Nothing has started it.
  case notStarted
  /// It waits for what has happened: a window that was met.
  case met
  /// Before its end.
  case running
  /// Past its end, in a stage that ends, or doesn't. It is one that the carrier may have begun where
  /// that is all that is said of it or of a stage before it.
  case stage(Stage, end: ClockEnd?)
  /// Past its end, and the rule does not say what that means for the line.
  case pastEnd
  /// Lost, if the carrier did what it may do.
  case mayBeOver
  /// Lost.
  case over
  /// Past its end, unless something counts of which too little is known.
  case undetermined
}

extension ClockCalendar {
  /// Where a clock that has started stands at a moment.
  func position(of run: ClockRun, at moment: Date) -> ClockPosition {
    let clock = run.terms.clock
    if run.exhausted != nil { return .over }
    if moment < run.end.moment { return .running }
    guard let stages = clock.stages else {
      return clock.subject.isWindow || !clock.subject.governsLine ? .over : .pastEnd
    }
    var discretion = Discretion.does
    for (stated, end) in ends(of: stages, after: run) {
      var stage = stated
      if stage.discretion == .may { discretion = .may }
      stage.discretion = discretion
      guard let end else { return stage.period == nil ? .stage(stage, end: nil) : .pastEnd }
      if moment < end.moment { return .stage(stage, end: end) }
    }
    return discretion == .may || clock.loss?.discretion == .may ? .mayBeOver : .over
  }

  /// When the last of its stages ends, and with it what the clock counts down for.
  func loss(of run: ClockRun, for clock: Clock) -> ClockEnd? {
    guard let stages = clock.stages, !stages.isEmpty else { return run.end }
    return ends(of: stages, after: run).last?.end
  }

  // Stages of one unit are counted together from the clock's end, not one from the other. Those behind
  // one without an end are left out.
  private func ends(
    of stages: [Stage], after run: ClockRun
  ) -> [(stage: Stage, end: ClockEnd?)] {
    var ends: [(stage: Stage, end: ClockEnd?)] = []
    var base = run.end
    var total: Period?
    for stage in stages {
      guard let period = stage.period else { return ends + [(stage, nil)] }
      let joined = total.flatMap { $0.joined(to: period) }
      if let reached = total, joined == nil { base = end(of: reached, after: base) ?? base }
      total = joined ?? period
      let end = end(of: joined ?? period, after: base)
      ends.append((stage, end))
      if end == nil { return ends }
    }
    return ends
  }
}

extension ClockPosition {
  /// Whether the carrier may have acted, and need not.
  var isUncertain: Bool {
    switch self {
    case .stage(let stage, _): stage.discretion == .may
    case .mayBeOver: true
    case .notStarted, .met, .running, .pastEnd, .over, .undetermined: false
    }
  }
}
