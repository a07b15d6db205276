/// A term that an amount buys.
public struct Tier: Hashable, Sendable {
  /// The least amount that buys it.
  public var from: Money
  /// The term.
  public var period: Period

  /// A term that an amount buys.
  public init(from: Money, period: Period) {
    self.from = from
    self.period = period
  }
}

extension Tier: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case from, period }

  /// Reads a tier.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    self.init(
      from: try container.decode(Money.self, forKey: .from),
      period: try container.decode(Period.self, forKey: .period))
  }
}
