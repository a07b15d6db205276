public import FoundationEssentials
import FoundationInternationalization

/// The time zone that a clock counts its days in: an IANA name or an offset from UTC.
///
/// In JSON it is a text such as `Europe/London` or `+08:00`.
public struct Zone: Hashable, Sendable {
  /// The text that names it.
  public let name: String
  /// The zone.
  public let timeZone: TimeZone

  /// The zone that an IANA name or an offset names. Abbreviations such as `EST` name none: they
  /// have no summer time and mean different zones in different countries.
  public init?(_ name: String) {
    guard let timeZone = Self.offset(name) ?? Self.named(name) else { return nil }
    self.name = name
    self.timeZone = timeZone
  }

  /// The edition of the tz database in use, such as `2025b`.
  ///
  /// The reference to FoundationInternationalization matters beyond the text: without one the
  /// static linker leaves out the tables, and every named zone is unknown.
  public static var dataVersion: String { TimeZone.timeZoneDataVersion }

  private static func named(_ name: String) -> TimeZone? {
    guard name == "UTC" || name.contains("/"), !dataVersion.isEmpty else { return nil }
    return TimeZone(identifier: name)
  }

  private static func offset(_ text: String) -> TimeZone? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }),
      let hours = UInt8(parts[0]), let minutes = UInt8(parts[1]), hours <= 14, minutes < 60
    else { return nil }
    let seconds = (Int(hours) * 60 + Int(minutes)) * 60
    return TimeZone(secondsFromGMT: sign == "-" ? -seconds : seconds)
  }
}

extension Zone: Codable {
  /// Reads an IANA name or an offset.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let zone = Zone(name) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "\"\(name)\" is not a time zone of tz database \(Self.dataVersion); "
          + "allowed: an IANA name such as Europe/London, or an offset such as +08:00")
    }
    self = zone
  }

  /// Writes the text that names it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
