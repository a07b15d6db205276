public import CardState
public import FoundationEssentials
public import Renewal

/// What lines are judged with, beside what the ledger keeps of them.
public struct Judging: Sendable {
  /// The carriers' rules.
  public var rules: RuleBook
  /// The person's zone, for clocks without one.
  public var zone: TimeZone
  /// What stands for the way of judging, such as the program's version: another one makes the
  /// ledger judge its lines anew.
  public var edition: String
  /// The clock.
  public var now: @Sendable () -> Date
  /// What a read says about lines; the place to tell which messages are the carrier's.
  public var reading: @Sendable (CardSnapshot) -> CardReading
  /// What is known of a line's carrier, by its rule or by the read of its card.
  public var hints: @Sendable (Line, CardSnapshot) -> CarrierHints

  /// What lines are judged with.
  public init(
    rules: RuleBook, zone: TimeZone, edition: String, now: @escaping @Sendable () -> Date,
    reading: @escaping @Sendable (CardSnapshot) -> CardReading = { CardReading($0) },
    hints: @escaping @Sendable (Line, CardSnapshot) -> CarrierHints = { _, _ in CarrierHints() }
  ) {
    self.rules = rules
    self.zone = zone
    self.edition = edition
    self.now = now
    self.reading = reading
    self.hints = hints
  }
}
