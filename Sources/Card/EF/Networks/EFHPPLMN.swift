/// EF.HPPLMN: how often a phone looks for a better network while roaming at home or abroad.
/// Transparent, 1 byte, units of six minutes (3GPP TS 31.102 §4.2.6, TS 22.011 §3.2.2.5).
public struct EFHPPLMN: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.HPPLMN", in: .usim, identifier: 0x6F31, shortIdentifier: 0x12, .transparent(reading: 1),
    source: "3GPP TS 31.102 §4.2.6", confidentiality: .open, gsm: .gsm(0x6F31))

  /// The time between two searches, in minutes; 0 means that there are none.
  public var searchInterval: Int

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    searchInterval = 6 * Int(try reader.byte())
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    UInt8(exactly: searchInterval / 6).flatMap { [$0].filled(to: count) }
  }
}
