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
