/// Networks with the access technologies to be used in them, five bytes each, the first preferred.
public struct PLMNSelector: EncodableLayout {
  /// The networks, in the file's order.
  public var networks: [Network]

  /// A network and how it is to be used.
  public struct Network: Hashable, Sendable, Encodable {
    /// The network.
    public var plmn: PLMN
    /// The technologies.
    public var technologies: AccessTechnologies
  }

  /// Understands the list.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    networks = []
    repeat {
      let plmn = try PLMN.ifAny(parsing: &reader)
      let bits = UInt16(try reader.unsigned(2))
      if let plmn {
        networks.append(Network(plmn: plmn, technologies: AccessTechnologies(rawValue: bits)))
      }
    } while reader.count >= 5
  }

  /// The list as bytes, without gaps; blank places are FF FF FF 00 00.
  public func encoded(count: Int) -> [UInt8]? {
    var bytes = networks.flatMap { network -> [UInt8] in
      let bits = network.technologies.rawValue
      return network.plmn.encoded + [UInt8(bits >> 8), UInt8(truncatingIfNeeded: bits)]
    }
    while bytes.count + 5 <= count { bytes += [0xFF, 0xFF, 0xFF, 0x00, 0x00] }
    return bytes.filled(to: count)
  }
}
