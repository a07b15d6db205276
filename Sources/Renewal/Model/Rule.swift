public import Words

/// What a carrier does with a line that nobody looks after: a name, some clocks, and where that is
/// written.
public struct Rule: Equatable, Sendable, Identifiable {
  /// What names a rule for good, such as `asda-mobile`.
  public typealias ID = String

  /// Its name.
  public var id: ID
  /// Whose rule it is, as the carrier writes itself.
  public var carrier: String
  /// Where it comes from.
  public var provenance: Provenance
  /// The zone of its clocks, where they have none of their own; absent where it is the person's.
  public var zone: Zone?
  /// Its clocks; none where time takes nothing away, as with a balance without an end date.
  public var clocks: [Clock]
  /// What a person should know about it.
  public var note: LocalText?
  /// The day from which these terms hold; absent where that is not known or they always did.
  public var from: CalendarDay?
  /// The terms that held before, the latest first. A term that began under them keeps them.
  public var earlier: [Version]

  /// A rule.
  public init(id: ID, carrier: String, provenance: Provenance, zone: Zone?, clocks: [Clock]) {
    self.id = id
    self.carrier = carrier
    self.provenance = provenance
    self.zone = zone
    self.clocks = clocks
    self.earlier = []
  }

  /// Terms that a rule had before.
  public struct Version: Equatable, Sendable, Encodable {
    /// The day from which they held; absent where that is not known or they always had.
    public var from: CalendarDay?
    /// Its clocks, each with what it rests on. Those that it lacks are as they are today, but for another
    /// reading of a clock: that begins with the terms that have it.
    public var clocks: [Clock]
    /// What a person should know about them.
    public var note: LocalText?

    /// Terms that held from a day.
    public init(from: CalendarDay?, clocks: [Clock]) {
      self.from = from
      self.clocks = clocks
    }
  }
}

extension Rule: Encodable {}

extension Rule {
  /// The clocks of a line that lives by the rule: the line's own take the place of those that they
  /// are named like, and of every reading of them.
  package static func clocks(of line: Line, by rule: Rule?) -> [Clock] {
    (rule?.clocks ?? []).filter { clock in !line.clocks.contains { clock.isNamed($0.id) } }
      + line.clocks
  }

  /// Whether a clock of the rule is a reading of terms that hold only after a day.
  func isAhead(_ clock: Clock, on today: CalendarDay?) -> Bool {
    guard clock.readingOf != nil, let from, let today, today < from else { return false }
    return !earlier.isEmpty && !earlier.contains { $0.clocks.contains { $0.id == clock.id } }
  }

  /// The terms of a clock of the rule through the years, today's first.
  func terms(of clock: Clock) -> [ClockTerms] {
    guard clocks.contains(clock) else { return [ClockTerms(clock: clock)] }
    return [ClockTerms(from: from, clock: clock)]
      + earlier.compactMap { version in
        version.clocks.first { $0.id == clock.id }.map { ClockTerms(from: version.from, clock: $0) }
      }
  }
}

/// What a clock was from a day on.
struct ClockTerms {
  /// The day from which these hold; absent where they always did.
  var from: CalendarDay?
  /// The clock.
  let clock: Clock
}
