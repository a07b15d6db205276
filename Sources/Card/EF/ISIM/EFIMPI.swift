/// EF.IMPI: the subscription's private name in the IMS. Transparent, `80` name (3GPP TS 31.103
/// §4.2.2).
public struct EFIMPI: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.IMPI", in: .isim, identifier: 0x6F02, shortIdentifier: 0x02, .transparent(),
    source: "3GPP TS 31.103 §4.2.2")

  /// A name of the form `user@realm`.
  public var identity: String

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    identity = try TaggedText.text(parsing: &reader)
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { TaggedText.encoded(identity, count: count) }
}
