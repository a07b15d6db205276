internal import Words

/// A text in a data object: `80` and UTF-8, filled up with FF.
enum TaggedText {
  /// Consumes the data object.
  static func text(parsing reader: inout ByteReader) throws(ParseError) -> String {
    let start = reader.offset
    let object = try BERTLV(parsing: &reader)
    guard object.tag == 0x80 else { throw ParseError(.unexpectedTag(object.tag), at: start) }
    return object.text
  }

  /// The data object as `count` bytes. Nil when it does not fit.
  static func encoded(_ text: String, count: Int) -> [UInt8]? {
    BERTLV.encode(0x80, Array(text.utf8)).filled(to: count)
  }
}

/// An address of a server: a type, then a domain name or an IP address (3GPP TS 31.103 §4.2.8,
/// TS 31.102 §4.2.103).
enum ServerAddress {
  /// The domain name, or the IPv4 or IPv6 address in its usual notation, in a data object's value.
  static func text(in object: BERTLV) throws(ParseError) -> String {
    var value = object.reader
    switch try value.byte() {
    case 0x00: return String(decoding: value.rest(), as: UTF8.self)
    case 0x01: return try value.bytes(4).map { String($0) }.joined(separator: ".")
    case 0x02:
      var groups: [String] = []
      for _ in 0..<8 { groups.append(String(try value.unsigned(2), radix: 16)) }
      return groups.joined(separator: ":")
    default: throw ParseError(.invalid(Words("unknown type of address")), at: object.offset)
    }
  }
}

/// A network's name as networks send it: a coding octet, then packed septets or UCS2 (3GPP
/// TS 24.008 §10.5.3.5a). As JSON a string.
public struct NetworkName: Hashable, Sendable, Encodable {
  /// The text.
  public var text: String

  /// Understands the contents of the information element, its octets 3 to n.
  init(parsing reader: inout ByteReader) throws(ParseError) {
    let coding = try reader.byte()
    switch coding >> 4 & 0x07 {
    case 0:
      // The low three bits tell how many bits of the last octet are to spare.
      let octets = reader.rest()
      let count = max(0, octets.count * 8 - Int(coding & 0x07)) / 7
      text = GSMAlphabet.text(GSMAlphabet.unpack(octets, count: count))
    case 1:
      var units: [UInt16] = []
      while reader.count >= 2 { units.append(UInt16(try reader.unsigned(2))) }
      text = String(decoding: units, as: UTF16.self)
    default:
      throw ParseError(.invalid(Words("unknown coding of a network name")), at: reader.offset - 1)
    }
  }

  /// Writes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

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
