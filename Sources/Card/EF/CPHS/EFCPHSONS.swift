/// The operator name string of CPHS: the name on cards from before EF.SPN was common. Transparent, filled
/// up with FF (Common PCN Handset Specification 4.2; as deployed).
public struct EFCPHSONS: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.CPHS-ONS", in: .gsm, identifier: 0x6F14, .transparent(), source: "CPHS 4.2",
    confidentiality: .open)

  /// The name.
  public var name: String

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    name = AlphaIdentifier.text([try reader.byte()] + reader.rest())
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? { AlphaIdentifier.encode(name, count: count) }
}
