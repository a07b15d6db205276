public import FoundationEssentials

/// When something happened, as well as it is known: a moment, or only the day.
///
/// In JSON it is one text: `2026-03-01T10:00:00Z` or `2026-03-01`. A day is taken as the day of the
/// clock that it is held against: "topped up on 1 March" stays 1 March in the carrier's zone.
public enum Occurrence: Hashable, Sendable {
  /// A point in time.
  case moment(Date)
  /// A day, the time of which nobody noted.
  case day(CalendarDay)
}

extension Occurrence {
  /// Reads an RFC 3339 date and time, or a day.
  public init?(_ text: String) {
    if let day = CalendarDay(text) {
      self = .day(day)
    } else if Self.hasPossibleTime(text),
      let moment = (try? Date(text, strategy: .iso8601))
        ?? (try? Date(text, strategy: Self.withFraction))
    {
      self = .moment(moment)
    } else {
      return nil
    }
  }
}

extension Occurrence {
  /// The day, in a zone where it is a moment: `2026-03-01`.
  public func dayText(in zone: TimeZone) -> String {
    switch self {
    case .day(let day): day.description
    case .moment(let moment):
      String(moment.formatted(Date.ISO8601FormatStyle(timeZone: zone)).prefix(10))
    }
  }
}

extension Occurrence: Codable {
  /// Reads an RFC 3339 date and time, or a day.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let occurrence = Occurrence(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "\"\(text)\" is neither a day nor a moment; "
          + "allowed: YYYY-MM-DD, or an RFC 3339 date and time")
    }
    self = occurrence
  }

  /// Writes a day, or an RFC 3339 date and time to the millisecond.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .day(let day):
      try container.encode(day)
    case .moment(let moment):
      let seconds = moment.timeIntervalSince1970
      let isWhole = seconds == seconds.rounded(.down)
      try container.encode(moment.formatted(isWhole ? .iso8601 : Self.withFraction))
    }
  }

  // Foundation takes 25:00 for one o'clock of the next day, and 30 February for 2 March.
  private static func hasPossibleTime(_ text: String) -> Bool {
    let time = text.dropFirst(11).split(separator: ":")
    return CalendarDay(String(text.prefix(10))) != nil && time.count >= 3
      && zip(time, [23, 59, 60]).allSatisfy { part, most in
        Int(part.prefix(2)).map { (0...most).contains($0) } ?? false
      }
  }

  private static var withFraction: Date.ISO8601FormatStyle {
    Date.ISO8601FormatStyle(includingFractionalSeconds: true)
  }
}
