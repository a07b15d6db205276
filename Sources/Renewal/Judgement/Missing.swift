/// Something that would have to be known to say more.
public struct Missing: Codable, Hashable, Sendable {
  /// What it is.
  public var what: What
  /// The clock it is missing for.
  public var clock: Clock.ID?
  /// The event it is missing in.
  public var event: Event.ID?
  /// The anchors of which one would do.
  public var anyOf: [Anchor.Word]?

  init(_ what: What, clock: Clock.ID? = nil, event: Event.ID? = nil) {
    self.what = what
    self.clock = clock
    self.event = event
  }

  /// What can be missing.
  public enum What: String, Vocabulary {
    /// The line's rule.
    case rule
    /// The rule of that name in the book.
    case knownRule
    /// What starts the clock.
    case anchor
    /// How long what was bought lasts.
    case term
    /// What was paid, in the currency of the rule.
    case amount
    /// How the line was used.
    case usage
    /// The date that the carrier gives.
    case date
    /// The balance.
    case balance
    /// The day of the month that the plan renews on.
    case billingDay
    /// What the carrier does after the end.
    case stages
    /// That the line is in use.
    case activation
  }
}
