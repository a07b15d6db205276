import FoundationEssentials

/// What the events of a line make of one clock.
struct ClockFinding {
  let clock: Clock
  let calendar: ClockCalendar
  /// The name of the clock's zone.
  let zone: String
  /// Whether that zone is the person's, for want of the carrier's.
  let isZoneAssumed: Bool
  /// The clock, if it has started.
  var run: ClockRun?
  /// Where it stands now.
  var position: ClockPosition
  /// What can't be counted for want of something, and would matter.
  var missing: [Missing]
  /// What was said about single events, in their order.
  var notes: [Reason]
  /// The ends it had, for clocks that follow it.
  var changes: [ClockChange]
  /// How many debits carried it on, and will.
  var debits: Int
}

/// A new end of a clock, as a clock that follows it sees it.
struct ClockChange {
  let at: Date
  let end: ClockEnd
  let cause: Event?
}
