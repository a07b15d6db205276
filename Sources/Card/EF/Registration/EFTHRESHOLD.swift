/// EF.THRESHOLD: how far the keys of 3G may be used up. Transparent, 3 bytes of which 20 bits count
/// (3GPP TS 31.102 §4.2.52).
public struct EFTHRESHOLD: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.THRESHOLD", in: .usim, identifier: 0x6F5C, shortIdentifier: 0x10,
    .transparent(reading: 3), source: "3GPP TS 31.102 §4.2.52")

  /// The START at which new keys are due.
  public var maximumStart: UInt32

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    maximumStart = UInt32(try reader.unsigned(3)) & 0x0F_FFFF
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    [16, 8, 0].map { UInt8(truncatingIfNeeded: (maximumStart | 0xF0_0000) >> $0) }
      .filled(to: count)
  }
}
