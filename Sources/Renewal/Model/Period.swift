/// A term as a carrier writes it: 180 days is not six months.
///
/// In JSON it is `{"n": 180, "unit": "day"}`.
public struct Period: Hashable, Sendable {
  /// How many, from 1.
  public let n: Int
  /// Of what.
  public let unit: Unit

  /// The lengths that a term can have, in its unit.
  public static let lengths = 1...36_500

  /// A term of `n` units, held to ``lengths``.
  public init(_ n: Int, _ unit: Unit) {
    self.init(sum: min(max(n, Self.lengths.lowerBound), Self.lengths.upperBound), unit)
  }

  /// Several terms of one rhythm as one, which may be longer than one of them can be.
  init(sum n: Int, _ unit: Unit) {
    self.n = n
    self.unit = unit
  }

  /// What a term counts.
  public enum Unit: String, Vocabulary {
    /// Elapsed hours: 24 of them are not always a day.
    case hour
    /// Days of the calendar.
    case day
    /// Months of the calendar, ending on the month's last day where the day is missing.
    case month
    /// Years of the calendar; from 29 February to 28 February.
    case year
  }
}

extension Period: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case n, unit }

  /// Reads a term.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    let n = try container.number(.n, in: Self.lengths, of: "units")
    self.init(n, try container.decode(Unit.self, forKey: .unit))
  }
}
