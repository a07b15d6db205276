internal import Words

/// Networks, three bytes each. Blank places may stand anywhere and mean nothing.
public struct PLMNList: EncodableLayout {
  /// The networks, in the file's order.
  public var plmns: [PLMN]

  /// Understands the list.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    plmns = []
    repeat {
      if let plmn = try PLMN.ifAny(parsing: &reader) { plmns.append(plmn) }
    } while reader.count >= 3
  }

  /// The list as bytes, without gaps.
  public func encoded(count: Int) -> [UInt8]? {
    plmns.flatMap(\.encoded).filled(to: count)
  }
}

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

/// Networks that an operator's list means: a network code in which D stands for any digit (3GPP
/// TS 31.102 §4.2.59). As JSON its digits, with an x for any.
public struct PLMNPattern: Hashable, Sendable, Encodable {
  /// MCC and MNC, five or six digits, x for any.
  public let digits: String

  /// Understands three bytes.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let start = reader.offset
    let nibbles = Array(SwappedNibbles.text(try reader.bytes(3)))
    let third = nibbles.dropFirst(3).prefix(1).filter { $0 != "F" }
    let digits = String(nibbles.prefix(3) + nibbles.suffix(2) + third)
    guard digits.allSatisfy({ $0.isNumber || $0 == "D" }) else {
      throw ParseError(.invalid(Words("not a network code")), at: start)
    }
    self.digits = String(digits.map { $0 == "D" ? "x" : $0 })
  }

  /// The pattern as three bytes.
  var encoded: [UInt8] {
    let digits = digits.map { $0 == "x" ? "D" : $0 }
    let third = digits.count == 6 ? digits.suffix(1) : ["F"]
    let nibbles = String(digits.prefix(3) + third + digits.dropFirst(3).prefix(2))
    return SwappedNibbles.encode(nibbles, count: 3) ?? [0xFF, 0xFF, 0xFF]
  }

  /// Whether it means a network.
  public func matches(_ plmn: PLMN) -> Bool {
    digits.count == plmn.digits.count
      && zip(digits, plmn.digits).allSatisfy { $0 == "x" || $0 == $1 }
  }

  /// Writes the digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }
}
