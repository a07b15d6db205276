/// How long the service centre is to try to deliver a message: TP-Validity-Period
/// (3GPP TS 23.040 §9.2.3.12).
public enum ValidityPeriod: Hashable, Sendable {
  /// For so long after it has got the message.
  case relative(minutes: Int)
  /// Until then; nil when the bytes are no date.
  case absolute(ServiceCentreTimeStamp?)
  /// In the enhanced format: seven bytes, of which the first says how the others are used
  /// (§9.2.3.12.3).
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

  /// For how many seconds after it has got the message; nil where a time is named, none, or one in a
  /// way that is not known.
  public var seconds: Int? {
    switch self {
    case .relative(let minutes): 60 * minutes
    case .absolute: nil
    case .enhanced(let bytes): (try? Self.seconds(enhanced: bytes)) ?? nil
    }
  }

  /// Whether it is to try no more than once, which only the enhanced format can say.
  public var isSingleShot: Bool {
    guard case .enhanced(let bytes) = self, let indicator = bytes.first else { return false }
    return indicator & 0x40 != 0
  }

  private static func seconds(enhanced bytes: [UInt8]) throws(ParseError) -> Int? {
    var fields = ByteReader(bytes)
    let indicator = try fields.byte()
    // What an extended indicator (bit 8) means is not specified.
    switch indicator & 0x87 {
    case 0x01: return 60 * minutes(Int(try fields.byte()))
    case 0x02:
      // 0 is kept free.
      let count = Int(try fields.byte())
      return count == 0 ? nil : count
    case 0x03:
      // Hours, minutes, seconds, two digits each, as in a time stamp.
      return Int(SwappedNibbles.text(try fields.bytes(3))).map { clock in
        clock / 10_000 * 3600 + clock / 100 % 100 * 60 + clock % 100
      }
    default: return nil
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
