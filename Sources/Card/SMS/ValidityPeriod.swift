/// How long the service centre is to try to deliver a message: TP-Validity-Period
/// (3GPP TS 23.040 §9.2.3.12).
public enum ValidityPeriod: Hashable, Sendable {
  /// For so long after it has got the message.
  case relative(minutes: Int)
  /// Until then; nil when the bytes are no date.
  case absolute(ServiceCentreTimeStamp?)
  /// In the enhanced format: seven bytes.
  case enhanced([UInt8])

  /// Consumes what the format in bits 4 and 3 of the first octet of an SMS-SUBMIT calls for: no
  /// byte, one or seven.
  public init?(parsing reader: inout ByteReader, firstOctet: UInt8) throws(ParseError) {
    switch firstOctet >> 3 & 0x03 {
    case 0x00: return nil
    case 0x02: self = .relative(minutes: Self.minutes(Int(try reader.byte())))
    case 0x01: self = .enhanced(Array(try reader.bytes(7)))
    default:
      let bytes = try reader.bytes(ServiceCentreTimeStamp.byteCount)
      self = .absolute(ServiceCentreTimeStamp(bytes))
    }
  }

  private static func minutes(_ value: Int) -> Int {
    switch value {
    case ...143: (value + 1) * 5
    case ...167: 12 * 60 + (value - 143) * 30
    case ...196: (value - 166) * 24 * 60
    default: (value - 192) * 7 * 24 * 60
    }
  }
}
