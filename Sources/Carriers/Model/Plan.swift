public import Renewal

/// A kind of plan that a carrier sells.
public struct Plan: Hashable, Sendable {
  /// What is in it.
  public var type: Form
  /// Its name.
  public var names: LocalText
  /// What it costs.
  public var cost: Money?
  /// How often that is paid, or how long it lasts.
  public var every: Period?

  /// A plan of which the name alone is known.
  public init(_ type: Form, names: LocalText, cost: Money? = nil, every: Period? = nil) {
    self.type = type
    self.names = names
    self.cost = cost
    self.every = every
  }

  /// What is in a plan.
  public enum Form: String, Vocabulary {
    /// Calls and messages.
    case voice
    /// Data.
    case data
    /// Both.
    case combined
    /// Nothing: each use is paid from the credit.
    case payAsYouGo
  }
}
