/// A day of the Gregorian calendar, without a time of day or a zone: what a carrier prints.
///
/// In JSON it is the text `2026-02-28`.
public struct CalendarDay: Hashable, Sendable {
  /// The year, 1583 (the first whole one of this calendar) to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day, if the calendar has it: there is no 29 February 2027.
  public init?(year: Int, month: Int, day: Int) {
    guard (1583...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that a text such as `2026-02-28` names.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, zip(parts, [4, 2, 2]).allSatisfy({ $0.count == $1 }),
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// How many days a month has.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDay {
  /// How many days after this one another one is; negative where it is before.
  public func days(to other: CalendarDay) -> Int { other.number - number }

  /// Days since 1 March of the year 0, when the calendar is carried on backwards: with February at the
  /// end of the year, the days before a month follow from its number.
  var number: Int {
    let year = month > 2 ? year : year - 1
    let month = month > 2 ? month - 3 : month + 9
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1
  }

  /// The day of a ``number``. Nil outside the years that a day can have.
  init?(number: Int) {
    guard (0...Self.lastNumber).contains(number) else { return nil }
    // Four hundred years are 146,097 days, and a leap day ends each of the periods in them.
    let (era, inEra) = number.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100)
    let month = (inYear * 5 + 2) / 153
    self.init(
      year: era * 400 + yearOfEra + (month < 10 ? 0 : 1), month: month < 10 ? month + 3 : month - 9,
      day: inYear - (month * 153 + 2) / 5 + 1)
  }

  private static let lastNumber = 10_000 * 366

  /// 1 January 1970.
  static let unixEpoch = 719_468

  /// The day that is so many days, months or years later, or earlier. A day that its month lacks is the
  /// month's last.
  public func adding(_ count: Int, _ unit: Period.Unit) -> CalendarDay? {
    guard count.magnitude <= UInt(Self.lastNumber) * 24 else { return nil }
    switch unit {
    case .hour:
      let hours = 12 + count
      return CalendarDay(number: number + (hours >= 0 ? hours : hours - 23) / 24)
    case .day: return CalendarDay(number: number + count)
    case .month: return adding(months: count)
    case .year: return adding(months: count * 12)
    }
  }

  private func adding(months count: Int) -> CalendarDay? {
    let months = year * 12 + month - 1 + count
    guard months >= 0 else { return nil }
    let (year, month) = months.quotientAndRemainder(dividingBy: 12)
    return CalendarDay(
      year: year, month: month + 1,
      day: min(day, Self.length(ofMonth: month + 1, year: year)))
  }

  /// The day that is a term of days, months or years later.
  public func adding(_ period: Period) -> CalendarDay? { adding(period.n, period.unit) }
}

extension CalendarDay: Comparable {
  /// Whether a day is before another one.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDay: CustomStringConvertible {
  /// The day as ISO 8601 writes it.
  public var description: String {
    [(year, 4), (month, 2), (day, 2)].map { number, width in
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }.joined(separator: "-")
  }
}

extension CalendarDay: Codable {
  /// Reads a text such as `2026-02-28`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = CalendarDay(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "\"\(text)\" is not a day; allowed: a day of the calendar as YYYY-MM-DD")
    }
    self = day
  }

  /// Writes a text such as `2026-02-28`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
