/// EF.START-HFN: how far the keys of 3G are used up. Transparent, 6 bytes: 20 bits for calls, 20
/// bits for data, unused nibbles F (3GPP TS 31.102 §4.2.51).
public struct EFSTARTHFN: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.START-HFN", in: .usim, identifier: 0x6F5B, shortIdentifier: 0x0F,
    .transparent(reading: 6), source: "3GPP TS 31.102 §4.2.51")

  /// START of the keys for calls. Zero: no 3G network was ever used for them.
  public var startCS: UInt32
  /// START of the keys for data. Zero: no 3G network was ever used for them.
  public var startPS: UInt32

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    startCS = UInt32(try reader.unsigned(3)) & 0x0F_FFFF
    startPS = UInt32(try reader.unsigned(3)) & 0x0F_FFFF
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    [startCS, startPS].flatMap { start in
      [16, 8, 0].map { UInt8(truncatingIfNeeded: (start | 0xF0_0000) >> $0) }
    }.filled(to: count)
  }
}
