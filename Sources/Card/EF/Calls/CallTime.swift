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
