/// EF.UAC_AIC: which access identities for urgent services the subscription has. Transparent, 4
/// bytes, of which bits 1 and 2 of the first have a meaning (3GPP TS 31.102 §4.4.11.7).
public struct EFUACAIC: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.UAC_AIC", in: .fiveGS, identifier: 0x4F06, shortIdentifier: 0x06,
    .transparent(reading: 4), source: "3GPP TS 31.102 §4.4.11.7", services: [126],
    confidentiality: .open)

  /// Whether the Multimedia Priority Service is for it.
  public var hasMultimediaPriority: Bool
  /// Whether Mission Critical Services are for it.
  public var hasMissionCritical: Bool

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let bits = try reader.byte()
    hasMultimediaPriority = bits & 0x01 != 0
    hasMissionCritical = bits & 0x02 != 0
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let bits: UInt8 = (hasMultimediaPriority ? 0x01 : 0) | (hasMissionCritical ? 0x02 : 0)
    return count < 1 ? nil : [bits] + Array(repeating: 0, count: count - 1)
  }
}
