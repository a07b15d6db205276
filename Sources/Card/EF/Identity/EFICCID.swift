/// EF.ICCID: the card's number. Transparent, 10 bytes (ETSI TS 102 221 §13.2).
public struct EFICCID: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.ICCID", in: .masterFile, identifier: 0x2FE2, shortIdentifier: 0x02,
    .transparent(reading: 10), source: "ETSI TS 102 221 §13.2")

  /// The number.
  public var iccid: ICCID

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    iccid = try ICCID(parsing: &reader)
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    SwappedNibbles.encode(iccid.digits, count: 10)?.filled(to: count)
  }
}
