/// EF.ACMmax: how many units may be used for calls. Transparent, 3 bytes, zero for no limit (3GPP
/// TS 31.102 §4.2.7). When EF.ACM gets there, calls are barred.
public struct EFACMmax: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.ACMmax", in: .usim, identifier: 0x6F37, .transparent(reading: 3),
    source: "3GPP TS 31.102 §4.2.7", services: [13], gsm: .gsm(0x6F37, services: [5]))

  /// The limit; nil for none.
  public var limit: UInt32?

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let units = UInt32(try reader.unsigned(3))
    limit = units == 0 ? nil : units
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    [16, 8, 0].map { UInt8(truncatingIfNeeded: (limit ?? 0) >> $0) }.filled(to: count)
  }
}
