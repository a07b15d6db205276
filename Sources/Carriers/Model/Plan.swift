public import Renewal

/// A kind of plan that a carrier sells.
public struct Plan: Hashable, Sendable {
  /// What is in it.
  public var type: Line.Plan
  /// Its name.
  public var names: LocalText
  /// What it costs.
  public var cost: Money?
  /// How often that is paid, or how long it lasts.
  public var every: Period?

  /// A plan of which the name alone is known.
  public init(_ type: Line.Plan, names: LocalText, cost: Money? = nil, every: Period? = nil) {
    self.type = type
    self.names = names
    self.cost = cost
    self.every = every
  }
}
