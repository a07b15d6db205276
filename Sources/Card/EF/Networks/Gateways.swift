/// EF.ePDGId: the gateways of the home network for WLAN: `80`, then a type and an address, each
/// (3GPP TS 31.102 §4.2.103).
public struct EFePDGId: FileLayout {
  /// Domain names, and IPv4 and IPv6 addresses in their usual notation.
  public var addresses: [String]

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    addresses = []
    for object in try BERTLV.sequence(parsing: reader) where object.tag == 0x80 {
      addresses.append(try ServerAddress.text(in: object))
    }
  }
}

/// EF.ePDGSelection: in which networks a gateway for WLAN is looked for, and how: `80`, then 6 bytes
/// each: network, priority 2, format of the name (3GPP TS 31.102 §4.2.104, TS 24.302 §7.2.1).
public struct EFePDGSelection: EncodableLayout {
  /// The networks, in the file's order.
  public var networks: [Network]

  /// Networks and how their gateway is found.
  public struct Network: Hashable, Sendable, Encodable {
    /// The networks meant: all x stands for any network.
    public var plmn: PLMNPattern
    /// The lower goes first.
    public var priority: UInt16
    /// After what the gateway is named: `operatorIdentifier`, `location`; `format` and the byte for
    /// others.
    public var nameFormat: String
    fileprivate var formatCode: UInt8

    private enum CodingKeys: String, CodingKey {
      case plmn, priority, nameFormat
    }
  }

  /// Understands the file.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    networks = []
    for object in try BERTLV.sequence(parsing: reader) where object.tag == 0x80 {
      var entries = object.reader
      while !entries.isAtEnd {
        let plmn = try PLMNPattern(parsing: &entries)
        let priority = UInt16(try entries.unsigned(2))
        let code = try entries.byte()
        let format =
          switch code {
          case 0: "operatorIdentifier"
          case 1: "location"
          default: "format" + [code].hex
          }
        networks.append(
          Network(plmn: plmn, priority: priority, nameFormat: format, formatCode: code))
      }
    }
  }

  /// The file as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    let entries = networks.flatMap { network in
      network.plmn.encoded
        + [UInt8(network.priority >> 8), UInt8(truncatingIfNeeded: network.priority)]
        + [network.formatCode]
    }
    return BERTLV.encode(0x80, entries).filled(to: count)
  }
}
