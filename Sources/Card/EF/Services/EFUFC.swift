/// EF.UFC: which SIM Toolkit facilities only the modem itself may offer. Transparent, built like
/// the TERMINAL PROFILE of TS 31.111 §5.2 (3GPP TS 31.102 §4.2.93).
public struct EFUFC: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.UFC", in: .usim, identifier: 0x6FE6, .transparent(), source: "3GPP TS 31.102 §4.2.93",
    confidentiality: .open)

  /// A bit for each facility.
  public var facilities: OpaqueBytes

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    facilities = OpaqueBytes([try reader.byte()] + reader.rest())
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { facilities.bytes.filled(to: count) }
}
