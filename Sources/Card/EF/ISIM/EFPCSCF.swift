internal import Words

/// EF.P-CSCF: entrances to the home network's IMS, one to a record, the preferred one first: `80`,
/// then a type and an address (3GPP TS 31.103 §4.2.8).
public struct EFPCSCF: ElementaryFile {
  /// Where the file is.
  public static let descriptor = FileDescriptor(
    "EF.P-CSCF", in: .isim, identifier: 0x6F09, .linearFixed, source: "3GPP TS 31.103 §4.2.8",
    services: [1, 5], confidentiality: .open)

  /// A domain name, or an IPv4 or IPv6 address in its usual notation.
  public var address: String

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let object = try BERTLV(parsing: &reader)
    guard object.tag == 0x80 else { throw ParseError(.unexpectedTag(object.tag), at: 0) }
    var value = object.reader
    switch try value.byte() {
    case 0x00: address = String(decoding: value.rest(), as: UTF8.self)
    case 0x01: address = try value.bytes(4).map { String($0) }.joined(separator: ".")
    case 0x02:
      var groups: [String] = []
      for _ in 0..<8 { groups.append(String(try value.unsigned(2), radix: 16)) }
      address = groups.joined(separator: ":")
    default: throw ParseError(.invalid(Words("unknown type of address")), at: object.offset)
    }
  }
}
