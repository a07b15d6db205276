/// EF.5GAUTHKEYS: the keys that 5G derives all others from: `80` K_AUSF, `81` K_SEAF. Transparent
/// (3GPP TS 31.102 §4.4.11.6). The keys themselves are not kept.
public struct EF5GAUTHKEYS: ElementaryFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.5GAUTHKEYS", in: .fiveGS, identifier: 0x4F05, shortIdentifier: 0x05, .transparent(),
    source: "3GPP TS 31.102 §4.4.11.6", services: [123], confidentiality: .key)

  /// Whether there is a K_AUSF: the home network authenticated the card for 5G.
  public var hasAUSFKey: Bool
  /// Whether there is a K_SEAF.
  public var hasSEAFKey: Bool

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let keys = try BERTLV.sequence(parsing: reader)
    hasAUSFKey = keys.first(0x80).map { !$0.value.isBlank } ?? false
    hasSEAFKey = keys.first(0x81).map { !$0.value.isBlank } ?? false
  }
}
