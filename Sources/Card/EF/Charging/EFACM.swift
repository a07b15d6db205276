/// EF.ACM: units used for calls, the last count first, 3 bytes to a record (3GPP TS 31.102 §4.2.9).
///
/// Its recommended short file identifier, 1C, is not one that a card must have.
public struct EFACM: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.ACM", in: .usim, identifier: 0x6F39, .cyclic, source: "3GPP TS 31.102 §4.2.9",
    services: [13], gsm: .gsm(0x6F39, services: [5]))

  /// The units.
  public var units: UInt32

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    units = UInt32(try reader.unsigned(3))
  }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    [16, 8, 0].map { UInt8(truncatingIfNeeded: units >> $0) }.filled(to: count)
  }
}
