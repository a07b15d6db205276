/// EF.SUPI_NAI: the subscription's name in 5G where it is no IMSI. Transparent: `80` network
/// specific identifier, `81` global line identifier, `82` global cable identifier (3GPP TS 31.102
/// §4.4.11.10).
public struct EFSUPINAI: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.SUPI_NAI", in: .fiveGS, identifier: 0x4F09, shortIdentifier: 0x09, .transparent(),
    source: "3GPP TS 31.102 §4.4.11.10", services: [130])

  /// A name of the form `user@realm`.
  public var networkSpecificIdentifier: String?
  /// The name of a fixed line.
  public var globalLineIdentifier: String?
  /// The name of a cable line.
  public var globalCableIdentifier: String?

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let objects = try BERTLV.sequence(parsing: reader)
    networkSpecificIdentifier = objects.first(0x80)?.text
    globalLineIdentifier = objects.first(0x81)?.text
    globalCableIdentifier = objects.first(0x82)?.text
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let names: [(BERTLV.Tag, String?)] = [
      (0x80, networkSpecificIdentifier), (0x81, globalLineIdentifier),
      (0x82, globalCableIdentifier),
    ]
    return names.flatMap { tag, name in name.map { BERTLV.encode(tag, Array($0.utf8)) } ?? [] }
      .filled(to: count)
  }
}
