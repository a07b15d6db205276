public import Words

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

extension Period {
  /// The term in days on the stricter reading: 30 for a month, 365 for a year.
  var inDays: Int {
    switch unit {
    case .hour: (n + 23) / 24
    case .day: n
    case .month: n / 12 * 365 + n % 12 * 30
    case .year: n * 365
    }
  }

  /// Two terms as one, where they count the same thing. A year is twelve months.
  func joined(to other: Period) -> Period? {
    switch (unit, other.unit) {
    case (.month, .year): Period(sum: n + 12 * other.n, .month)
    case (.year, .month): Period(sum: 12 * n + other.n, .month)
    case let (unit, another): unit == another ? Period(sum: n + other.n, unit) : nil
    }
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

extension Period {
  /// The term in words.
  public var words: Words {
    switch unit {
    case .hour: Words(n, one: "\(n) hour", other: "\(n) hours")
    case .day: Words(n, one: "\(n) day", other: "\(n) days")
    case .month: Words(n, one: "\(n) month", other: "\(n) months")
    case .year: Words(n, one: "\(n) year", other: "\(n) years")
    }
  }
}
