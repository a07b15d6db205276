/// When the service centre got a short message, in its own time zone
/// (3GPP TS 23.040 §9.2.3.11, TP-Service-Centre-Time-Stamp).
///
/// Equal, earlier and later go by the instant, not by the clock of the zone.
public struct ServiceCentreTimeStamp: Hashable, Comparable, Sendable {
  /// Four digits. The card has two: 90 to 99 are of the 20th century.
  public let year: Int
  /// From 1 to 12.
  public let month: Int
  /// From 1 to 31.
  public let day: Int
  /// From 0 to 23.
  public let hour: Int
  /// From 0 to 59.
  public let minute: Int
  /// From 0 to 59.
  public let second: Int
  /// What the zone is ahead of UTC, in quarters of an hour, from -79 to 79.
  public let quarterHours: Int

  /// How many bytes a time stamp takes.
  public static let byteCount = 7

  /// Understands seven bytes: year, month, day, hour, minute, second and zone, two digits each, the
  /// first in the low nibble; bit 3 of the zone is its sign. Nil when they are no date.
  public init?(_ bytes: some Sequence<UInt8>) {
    var digits = bytes.flatMap { [Int($0 & 0x0F), Int($0 >> 4)] }[...]
    guard digits.count == 2 * Self.byteCount else { return nil }
    let zoneTens = digits.dropLast().last ?? 0
    var numbers: [Int] = []
    while let tens = digits.popFirst(), let ones = digits.popFirst() {
      let tens = digits.isEmpty ? tens & 0x07 : tens
      guard tens <= 9, ones <= 9 else { return nil }
      numbers.append(tens * 10 + ones)
    }
    self.init(numbers: numbers[...], isBehindUTC: zoneTens & 0x08 != 0)
  }

  private init?(numbers: ArraySlice<Int>, isBehindUTC: Bool) {
    var numbers = numbers
    guard let year = numbers.popFirst(), let month = numbers.popFirst(),
      let day = numbers.popFirst(), let hour = numbers.popFirst(),
      let minute = numbers.popFirst(), let second = numbers.popFirst(),
      let quarterHours = numbers.popFirst()
    else { return nil }
    self.year = year + (year >= 90 ? 1900 : 2000)
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.quarterHours = isBehindUTC ? -quarterHours : quarterHours
    guard (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, ofYear: self.year),
      hour <= 23, minute <= 59, second <= 59
    else { return nil }
  }

  private static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The instant, in seconds since 1970-01-01T00:00:00Z.
  public var secondsSince1970: Int {
    // Every fourth year from 1990 to 2089 is a leap year. A year starts in March here, so that the
    // leap day is its last.
    let years = month > 2 ? year : year - 1
    let monthsSinceMarch = month > 2 ? month - 3 : month + 9
    let daysSinceMarch = (153 * monthsSinceMarch + 2) / 5 + day - 1
    let daysTo1970 = 1969 * 365 + 1969 / 4 + 306
    let days = years * 365 + years / 4 + daysSinceMarch - daysTo1970
    return ((days * 24 + hour) * 60 + minute) * 60 + second - quarterHours * 15 * 60
  }

  /// The time in its zone, as RFC 3339 writes it, such as `2006-06-06T15:03:03-07:00`.
  public var rfc3339: String {
    let zone = abs(quarterHours) * 15
    return "\(year)-\(Self.two(month))-\(Self.two(day))"
      + "T\(Self.two(hour)):\(Self.two(minute)):\(Self.two(second))"
      + (quarterHours < 0 ? "-" : "+") + "\(Self.two(zone / 60)):\(Self.two(zone % 60))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Whether both are the same instant.
  public static func == (one: Self, other: Self) -> Bool {
    one.secondsSince1970 == other.secondsSince1970
  }

  /// Whether one instant comes before the other.
  public static func < (one: Self, other: Self) -> Bool {
    one.secondsSince1970 < other.secondsSince1970
  }

  /// Feeds the instant.
  public func hash(into hasher: inout Hasher) { hasher.combine(secondsSince1970) }
}
