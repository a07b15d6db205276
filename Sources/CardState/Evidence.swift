public import FoundationEssentials

/// Something that a card says about a line, and how much it weighs.
///
/// Evidence moves the confidence of a verdict and adds a reason to it. It is never a verdict: a card
/// is a dated snapshot, and what a phone wrote on it may be old.
public struct Evidence: Codable, Equatable, Sendable {
  /// The rule that it follows; `Docs/evidence.md` lists them.
  public var rule: Rule
  /// What it says.
  public var says: Statement
  /// How much it weighs.
  public var strength: Strength
  /// The files that it comes from.
  public var sources: [String]
  /// When the card was read.
  public var readAt: Date
  /// The read before, where it says something of the time between the two.
  public var since: Date?
  /// The day that a carrier's text gives, such as `2026-12-31`.
  public var day: String?

  /// Something that a card says.
  public init(
    _ rule: Rule, _ says: Statement, _ strength: Strength, sources: [String], readAt: Date,
    since: Date? = nil
  ) {
    self.rule = rule
    self.says = says
    self.strength = strength
    self.sources = sources
    self.readAt = readAt
    self.since = since
  }

  /// A rule of evidence. An open list: keep unknown ones.
  public struct Rule: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// What a piece of evidence says. An open list: keep unknown ones.
  public struct Statement: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// How much a piece of evidence weighs. An open list: keep unknown ones.
  public struct Strength: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }
  }
}
