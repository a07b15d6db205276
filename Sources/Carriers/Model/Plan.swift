public import Renewal
public import Words

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

extension Plan {
  /// Its name and what it costs.
  ///
  /// - Parameter language: the language of the name.
  public func words(in language: Language) -> Words {
    let name = names.text(in: language)
    guard let cost else { return Words("\(name) (\(type.words))") }
    guard let every else { return Words("\(name) (\(type.words)), \(cost.text)") }
    return Words("\(name) (\(type.words)), \(cost.text) for \(every.words)")
  }
}
