/// Links to icons that stand for a name: `80 {qualifier, URI}`, `81 {qualifier, record of EF.IMG}`
/// (3GPP TS 31.102 §4.2.88).
public struct IconLinks: FileLayout {
  /// The links; a phone takes the one it can follow.
  public var icons: [IconLink]

  /// One link.
  public struct IconLink: Hashable, Sendable, Encodable {
    /// Where the icon is, for one on a network.
    public var uri: String?
    /// Where the icon is, for one on the card: a record of EF.IMG.
    public var imageRecord: UInt8?
    /// Whether it stands in place of the name (01) or beside it (02); nil for other qualifiers.
    public var replacesName: Bool?
  }

  /// Understands the links.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    icons = []
    for object in try BERTLV.sequence(parsing: reader) {
      var value = object.reader
      let qualifier = try value.byte()
      var icon = IconLink(replacesName: qualifier == 1 ? true : qualifier == 2 ? false : nil)
      switch object.tag {
      case 0x80: icon.uri = String(decoding: value.rest(), as: UTF8.self)
      case 0x81: icon.imageRecord = try value.byte()
      default: continue
      }
      icons.append(icon)
    }
  }
}
