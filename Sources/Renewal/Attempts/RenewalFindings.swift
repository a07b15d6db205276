public import FoundationEssentials

/// What is known after a renewal was submitted; whatever is absent is not known.
public struct RenewalFindings: Equatable, Sendable {
  /// When it was submitted. What was read or written before says nothing.
  public var submittedAt: Date
  /// What was paid.
  public var paid: Money?
  /// The last day before the renewal.
  public var dueBefore: CalendarDay?
  /// The state of the line before the renewal.
  public var stateBefore: LineState?
  /// The carrier's answer.
  public var reply: CarrierReply?
  /// The balance before.
  public var balanceBefore: Money?
  /// The balance after; if absent, that of the reply.
  public var balanceAfter: Money?
  /// What the card says about the line before the renewal.
  public var cardBefore: CardReading?
  /// What the card says about the line after the renewal.
  public var cardAfter: CardReading?
  /// Networks that host the line although they are not its home, as MCC and MNC.
  public var knownHosts: Set<String>
  /// Whether the person says that it took effect.
  public var personSays: Bool?

  /// Nothing known but when it was submitted.
  public init(submittedAt: Date) {
    self.submittedAt = submittedAt
    self.knownHosts = []
  }

  /// What an attempt says of itself; nothing where it was not submitted.
  public init?(_ attempt: RenewalAttempt) {
    guard let submittedAt = attempt.submittedAt else { return nil }
    self.init(submittedAt: submittedAt)
    self.paid = attempt.amount
  }
}

/// Whether a renewal took effect, and why that can be said.
public struct RenewalConclusion: Codable, Equatable, Sendable {
  /// Whether it took effect; absent where nothing tells.
  public var tookEffect: Bool?
  /// What confirms it: the first of these that does.
  public var by: Confirmation?
  /// The new last day, where the carrier gave one.
  public var newDate: CalendarDay?
  /// All that speaks for or against it, in the order in which it weighs.
  public var reasons: [Reason]
  /// What to do.
  public var next: [NextStep]

  /// One thing that speaks for or against a renewal, or says nothing.
  public struct Reason: Codable, Equatable, Sendable {
    /// What it is.
    public var code: Code
    /// The day it speaks of.
    public var day: CalendarDay?
    /// The amount it speaks of.
    public var amount: Money?

    init(_ code: Code, day: CalendarDay? = nil, amount: Money? = nil) {
      self.code = code
      self.day = day
      self.amount = amount
    }
  }

  /// What speaks for or against a renewal.
  public enum Code: String, Vocabulary {
    /// For: the carrier gives *day*, later than before.
    case newDate
    /// The carrier gives *day*, as before.
    case sameDate
    /// Against: the carrier gives *day*, earlier than before.
    case earlierDate
    /// The carrier gives *day*, and the day before is not known.
    case noDateToCompare
    /// The carrier's date can be read in two ways.
    case ambiguousDate
    /// For: the balance rose by *amount*.
    case balanceRose
    /// The balance rose by *amount*, less than was paid.
    case balanceRoseByLess
    /// The balance did not rise.
    case balanceSame
    /// The balances are of two currencies.
    case balancesDiffer
    /// For: the line registered after it was suspended or refused.
    case registeredAgain
    /// It registered, and was not suspended before.
    case registeredAsBefore
    /// Against: a network still refuses the line.
    case stillRefused
    /// The card was not read again since.
    case cardNotReadAgain
    /// For: the person says that it took effect.
    case personSaysYes
    /// Against: the person says that it did not.
    case personSaysNo
  }
}
