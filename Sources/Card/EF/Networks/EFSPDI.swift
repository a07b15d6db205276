/// EF.SPDI: networks in which the service provider's name is shown as at home. Transparent,
/// `A3 {80 networks}`, 3 bytes each (3GPP TS 31.102 §4.2.66).
public struct EFSPDI: EncodableFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.SPDI", in: .usim, identifier: 0x6FCD, shortIdentifier: 0x1B, .transparent(),
    source: "3GPP TS 31.102 §4.2.66", services: [51], confidentiality: .open,
    gsm: .gsm(0x6FCD, services: [56]))

  /// The networks.
  public var plmns: [PLMN]

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let template = try BERTLV(parsing: &reader)
    guard template.tag == 0xA3 else { throw ParseError(.unexpectedTag(template.tag), at: 0) }
    guard let list = try template.children().first(0x80) else {
      throw ParseError(.missing(0x80), at: template.offset)
    }
    var networks = list.reader
    plmns = networks.isAtEnd ? [] : try PLMNList(parsing: &networks).plmns
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    BERTLV.encode(0xA3, BERTLV.encode(0x80, plmns.flatMap(\.encoded))).filled(to: count)
  }
}
