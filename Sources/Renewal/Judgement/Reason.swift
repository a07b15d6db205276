public import CardState
/// One thing that a verdict rests on.
public struct Reason: Codable, Equatable, Sendable {
  /// What it is; words for it are the reader's business.
  public var code: Code
  /// The clock it is about.
  public var clock: Clock.ID?
  /// When it happened, was read or was written.
  public var on: Occurrence?
  /// The day it speaks of.
  public var day: CalendarDay?
  /// The amount it speaks of.
  public var amount: Money?
  /// A number it speaks of.
  public var count: Int?
  /// The words of the model that it speaks of, such as the effects of a stage.
  public var words: [String]?
  /// Where it comes from.
  public var source: Source

  init(_ code: Code, _ source: Source, clock: Clock.ID? = nil) {
    self.code = code
    self.clock = clock
    self.source = source
  }

  func with(_ change: (inout Reason) -> Void) -> Reason {
    var reason = self
    change(&reason)
    return reason
  }

  /// Where a reason comes from.
  public struct Source: Codable, Equatable, Sendable {
    /// What kind of source it is.
    public var kind: Kind
    /// The rule's name, of a rule.
    public var rule: Rule.ID?
    /// Where the rule comes from.
    public var provenance: Provenance?
    /// The event, of a record.
    public var event: Event.ID?
    /// The rule of evidence and the files it was read from, of a card.
    public var evidence: Evidence.Rule?
    /// The files or lists of the card.
    public var files: [String]?

    /// What kinds of sources there are.
    public enum Kind: String, Vocabulary {
      /// A rule from the rule book, or a clock that the person set up.
      case rule
      /// An event that somebody recorded.
      case record
      /// A read of the card.
      case card
      /// What the person set for the line, or said in the call.
      case person
    }

    init(_ kind: Kind) { self.kind = kind }

    static func record(_ event: Event) -> Source {
      var source = Source(.record)
      source.event = event.id
      return source
    }

    static func card(_ evidence: Evidence) -> Source {
      var source = Source(.card)
      source.evidence = evidence.rule
      source.files = evidence.sources
      return source
    }
  }
}
