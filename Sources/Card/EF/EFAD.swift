/// EF.AD: administrative data. Transparent, 3 bytes and more: mode of operation, additional
/// information, and in the low nibble of byte 4 the length of the MNC, which old cards leave out
/// (3GPP TS 31.102 §4.2.18, TS 51.011 §10.3.18).
public struct EFAD: ElementaryFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.AD", in: .usim, identifier: 0x6FAD, shortIdentifier: 0x03, .transparent(reading: 4),
    source: "3GPP TS 31.102 §4.2.18")

  /// What the card is for: 00 normal operation, 80 type approval, 04 maintenance, and others.
  public var operationMode: UInt8
  /// Digits of the MNC, 2 or 3. Nil where the card leaves it out or holds anything else.
  public var mncLength: Int?

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    operationMode = try reader.byte()
    _ = try reader.bytes(2)
    let length = try? reader.byte() & 0x0F
    mncLength = length == 2 || length == 3 ? length.map(Int.init) : nil
  }
}
