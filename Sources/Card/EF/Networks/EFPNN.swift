/// EF.PNN: names of networks, one network to a record, which EF.OPL refers to; the first is the
/// home network's: `43` full name, `45` short name, `80` more (3GPP TS 31.102 §4.2.58).
public struct EFPNN: ElementaryFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.PNN", in: .usim, identifier: 0x6FC5, shortIdentifier: 0x19, .linearFixed,
    source: "3GPP TS 31.102 §4.2.58", services: [45], confidentiality: .open,
    gsm: .gsm(0x6FC5, services: [51]))

  /// The full name.
  public var fullName: NetworkName?
  /// The short name.
  public var shortName: NetworkName?
  /// What is shown beside it when networks are chosen by hand.
  public var additionalInformation: String?

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    for object in try BERTLV.sequence(parsing: reader) {
      var value = object.reader
      switch object.tag {
      case 0x43: fullName = try NetworkName(parsing: &value)
      case 0x45: shortName = try NetworkName(parsing: &value)
      case 0x80: additionalInformation = AlphaIdentifier.text(object.value)
      default: break
      }
    }
  }
}
