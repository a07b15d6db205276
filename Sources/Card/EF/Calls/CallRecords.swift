/// A call that a phone noted: name, number, when it began and how long it was (3GPP TS 31.102
/// §4.2.33).
public struct CallRecord: Hashable, Sendable, Encodable {
  /// The other side's name.
  public var name: String?
  /// The other side's number.
  public var number: DiallingNumber?
  /// When it was.
  public var time: CallTime?
  /// How long it was, in seconds.
  public var duration: UInt32?

  /// Consumes a record's name, number, time and duration: the name is what goes before `tail` bytes
  /// and the 24 of the others.
  init(parsing reader: inout ByteReader, tail: Int) throws(ParseError) {
    let alpha = try reader.bytes(before: tail + 24)
    let entry = try DiallingNumberRecord(name: alpha, parsing: &reader)
    name = entry.name
    number = entry.number
    time = CallTime(try reader.bytes(7))
    let seconds = UInt32(try reader.unsigned(3))
    duration = seconds == 0xFF_FFFF ? nil : seconds
  }
}

/// When a call was, as a phone noted it: the digits of a ``ServiceCentreTimeStamp``, with FF for a
/// time zone that the phone does not know (3GPP TS 31.102 §4.2.33). As JSON in the form of RFC 3339,
/// without an offset where there is none.
public struct CallTime: Hashable, Sendable, Encodable, CustomStringConvertible {
  /// The time; in UTC where the zone is not known, which it then need not be.
  public var timeStamp: ServiceCentreTimeStamp
  /// Whether the time zone is known.
  public var isZoneKnown: Bool

  /// Understands 7 bytes. Nil when they are no time.
  init?(_ bytes: ArraySlice<UInt8>) {
    isZoneKnown = bytes.last != 0xFF
    guard
      let timeStamp = ServiceCentreTimeStamp(isZoneKnown ? Array(bytes) : bytes.dropLast() + [0x00])
    else { return nil }
    self.timeStamp = timeStamp
  }

  /// The time in the form of RFC 3339.
  public var description: String {
    let text = timeStamp.rfc3339
    return isZoneKnown ? text : String(text.dropLast("+00:00".count))
  }

  /// Writes the time.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// EF.ICI: calls received, the youngest first: name, number, two records of other files, time 7,
/// duration 3, status, link to the phone book 3 (3GPP TS 31.102 §4.2.33). Few phones write it.
public struct EFICI: FileLayout {
  /// The call.
  public var call: CallRecord
  /// Whether it was answered.
  public var isAnswered: Bool

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    call = try CallRecord(parsing: &reader, tail: 4)
    isAnswered = try reader.byte() & 0x01 == 0
  }

  /// Writes the call, and beside it whether it was answered.
  public func encode(to encoder: any Encoder) throws {
    try call.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(isAnswered, forKey: .isAnswered)
  }

  private enum CodingKeys: String, CodingKey {
    case isAnswered
  }
}

/// EF.OCI: calls made, the youngest first: name, number, two records of other files, time 7,
/// duration 3, link to the phone book 3 (3GPP TS 31.102 §4.2.34). Few phones write it.
public struct EFOCI: FileLayout {
  /// The call.
  public var call: CallRecord

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    call = try CallRecord(parsing: &reader, tail: 3)
  }

  /// Writes the call.
  public func encode(to encoder: any Encoder) throws { try call.encode(to: encoder) }
}
