/// EF.DOMAIN: the home network's domain in the IMS. Transparent, `80` name (3GPP TS 31.103 §4.2.3).
public struct EFDOMAIN: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.DOMAIN", in: .isim, identifier: 0x6F03, shortIdentifier: 0x05, .transparent(),
    source: "3GPP TS 31.103 §4.2.3", confidentiality: .open)

  /// The domain name.
  public var domain: String

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    domain = try TaggedText.text(parsing: &reader)
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { TaggedText.encoded(domain, count: count) }
}
