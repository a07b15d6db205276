/// EF.AD: administrative data. Transparent, 3 bytes and more: mode of operation, additional
/// information, and in the low nibble of byte 4 the length of the MNC, which old cards leave out
/// (3GPP TS 31.102 §4.2.18, TS 51.011 §10.3.18).
public struct EFAD: ElementaryFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.AD", in: .usim, identifier: 0x6FAD, shortIdentifier: 0x03, .transparent(reading: 4),
    source: "3GPP TS 31.102 §4.2.18", gsm: .gsm(0x6FAD))

  /// What the card is for.
  public var operationMode: OperationMode
  /// Two bytes that depend on the mode; in normal operation bit 1 of the second says that phones
  /// show whether a call is ciphered.
  public var additionalInformation: OpaqueBytes
  /// Digits of the MNC, 2 or 3. Nil where the card leaves it out or holds anything else.
  public var mncLength: Int?

  /// What a card is for.
  public struct OperationMode: RawRepresentable, Hashable, Sendable, Encodable {
    /// The byte.
    public var rawValue: UInt8

    /// Keeps any byte.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A subscriber's card.
    public static let normal = OperationMode(rawValue: 0x00)

    /// A stable word.
    public var word: String {
      switch rawValue {
      case 0x00: "normal"
      case 0x01: "normalWithSpecificFacilities"
      case 0x02: "maintenance"
      case 0x04: "cellTest"
      case 0x80: "typeApproval"
      case 0x81: "typeApprovalWithSpecificFacilities"
      default: "mode" + [rawValue].hex
      }
    }

    /// Writes the word.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(word)
    }
  }

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    operationMode = OperationMode(rawValue: try reader.byte())
    additionalInformation = OpaqueBytes(try reader.bytes(2))
    let length = try? reader.byte() & 0x0F
    mncLength = length == 2 || length == 3 ? length.map(Int.init) : nil
  }
}
