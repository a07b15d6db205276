/// What the next period of a clock counts from.
public enum RenewFrom: String, Vocabulary {
  /// The event that renews it, whatever was left.
  case event
  /// The previous end, also when it has passed: the rhythm stays. Whole periods that have gone by
  /// are skipped.
  case previousEnd
  /// The event, but never to an earlier date than the old one.
  case laterOfBoth
}

/// When on its last day a clock ends.
public enum Boundary: String, Vocabulary {
  /// At the time of day at which it started.
  case instant
  /// When the day ends in the clock's zone.
  case endOfDay
}
