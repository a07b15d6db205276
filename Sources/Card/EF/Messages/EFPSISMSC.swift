/// EF.PSISMSC: the service centre's name for messages over IP: `80` URI (3GPP TS 31.102 §4.5.9; the
/// record as deployed).
public struct EFPSISMSC: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.PSISMSC", in: .telecom, identifier: 0x6FE5, .linearFixed,
    source: "3GPP TS 31.102 §4.5.9", services: [91])

  /// A SIP or tel URI.
  public var uri: String

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    uri = try TaggedText.text(parsing: &reader)
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { TaggedText.encoded(uri, count: count) }
}
