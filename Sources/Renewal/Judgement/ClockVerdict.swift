public import FoundationEssentials

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
