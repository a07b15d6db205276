public import FoundationEssentials

/// What is known of a line at one moment: where it stands, how sure that is, why, and what to do.
public struct Verdict: Codable, Equatable, Sendable {
  /// The line.
  public var line: Line.ID
  /// Where it stands.
  public var state: LineState
  /// How much of a worry it is.
  public var severity: Severity
  /// How sure the state is.
  public var confidence: Confidence
  /// The last day before the line gets worse: of the clock that ends next, or of the stage it is
  /// in. Absent where no end is known.
  public var dueOn: CalendarDay?
  /// The clock that ``dueOn`` is about.
  public var dueClock: Clock.ID?
  /// Days from today to ``dueOn``, in that clock's zone: 0 on the last day.
  public var daysLeft: Int?
  /// Each clock of the line, in the order of its rule.
  public var clocks: [ClockVerdict]
  /// Why, the weightiest first.
  public var reasons: [Reason]
  /// What to do, the most urgent first.
  public var next: [NextStep]
  /// What would have to be known to say more.
  public var missing: [Missing]
}

/// Where one clock of a line stands.
public struct ClockVerdict: Codable, Equatable, Sendable {
  /// The clock.
  public var clock: Clock.ID
  /// What it counts down for.
  public var subject: Subject
  /// Whether the line's state follows from it.
  public var governs: Bool
  /// What it says about the line.
  public var state: LineState
  /// Where the pack stands, of a clock of a pack.
  public var pack: PackState?
  /// How much of a worry it is.
  public var severity: Severity
  /// The threshold that was passed, in days, if one was.
  public var threshold: Int?
  /// The first moment after its end.
  public var endsAt: Date?
  /// Its last day, in its zone.
  public var lastDay: CalendarDay?
  /// Its last day on the stricter reading of months and years, where that is an earlier day.
  /// Warnings count from it.
  public var strictLastDay: CalendarDay?
  /// The last day of the stage that the line is in, if it is in one that ends.
  public var stageLastDay: CalendarDay?
  /// Days from today, in its zone, to ``stageLastDay`` or else ``lastDay``; negative when past.
  public var daysLeft: Int?
  /// The event that its present end comes from.
  public var since: Event.ID?
  /// The zone of its days: an IANA name or an offset.
  public var zone: String
}
