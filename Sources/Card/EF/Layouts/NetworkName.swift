internal import Words

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
