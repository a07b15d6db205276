/// EF.IMPU: the subscription's public names in the IMS, one to a record, `80` URI (3GPP TS 31.103
/// §4.2.4).
public struct EFIMPU: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.IMPU", in: .isim, identifier: 0x6F04, shortIdentifier: 0x04, .linearFixed,
    source: "3GPP TS 31.103 §4.2.4")

  /// A SIP or tel URI; of the latter the digits are the line's number.
  public var identity: String

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    identity = try TaggedText.text(parsing: &reader)
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { TaggedText.encoded(identity, count: count) }
}
