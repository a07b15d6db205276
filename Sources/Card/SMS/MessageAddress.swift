internal import Words

/// Who sent a short message, who gets it, or the service centre between them
/// (3GPP TS 23.040 §9.1.2.5).
public struct MessageAddress: Hashable, Sendable {
  /// What kind of address it is.
  public var typeOfNumber: TypeOfNumber
  /// Numbering plan identification: 1 is the telephone numbering plan E.164.
  public var numberingPlan: UInt8
  /// Digits, which `*`, `#`, `a`, `b` and `c` may be among, or the text of an alphanumeric address.
  public var value: String

  /// What kind of address it is. An open list: keep unknown ones.
  public struct TypeOfNumber: RawRepresentable, Hashable, Sendable {
    /// Three bits.
    public var rawValue: UInt8

    /// Keeps any kind.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Not known, such as a short code.
    public static let unknown = TypeOfNumber(rawValue: 0)
    /// With the country code.
    public static let international = TypeOfNumber(rawValue: 1)
    /// Without the country code.
    public static let national = TypeOfNumber(rawValue: 2)
    /// A service of the network.
    public static let networkSpecific = TypeOfNumber(rawValue: 3)
    /// A short number of a subscriber.
    public static let subscriber = TypeOfNumber(rawValue: 4)
    /// Text in the GSM default alphabet.
    public static let alphanumeric = TypeOfNumber(rawValue: 5)
    /// Abbreviated.
    public static let abbreviated = TypeOfNumber(rawValue: 6)
  }

  /// The longest address: 20 semi-octets.
  public static let maximumSemiOctets = 20

  /// The address as people write it: a `+` leads an international number.
  public var text: String {
    typeOfNumber == .international && !value.isEmpty ? "+" + value : value
  }

  /// Consumes an address of a TPDU: its length in semi-octets, type and plan, then the semi-octets
  /// in whole bytes.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let start = reader.offset
    let semiOctets = Int(try reader.byte())
    guard semiOctets <= Self.maximumSemiOctets else {
      throw ParseError(.invalid(Words("address of \(semiOctets) semi-octets")), at: start)
    }
    self.init(
      type: try reader.byte(), semiOctets: semiOctets,
      value: try reader.bytes((semiOctets + 1) / 2))
  }

  /// Consumes the address of a service centre: its length in bytes, then type and plan, then the
  /// digits (3GPP TS 24.011 §8.2.5.1). Nil when the length is zero.
  public static func serviceCentre(
    parsing reader: inout ByteReader
  ) throws(ParseError) -> MessageAddress? {
    let start = reader.offset
    let length = Int(try reader.byte())
    guard length > 0 else { return nil }
    guard length <= 1 + maximumSemiOctets / 2 else {
      throw ParseError(.invalid(Words("service centre address of \(length) bytes")), at: start)
    }
    let type = try reader.byte()
    let value = try reader.bytes(length - 1)
    return MessageAddress(type: type, semiOctets: value.count * 2, value: value)
  }

  private init(type: UInt8, semiOctets: Int, value: ArraySlice<UInt8>) {
    typeOfNumber = TypeOfNumber(rawValue: type >> 4 & 0x07)
    numberingPlan = type & 0x0F
    self.value =
      typeOfNumber == .alphanumeric
      ? GSMAlphabet.text(GSMAlphabet.unpack(value, count: semiOctets * 4 / 7))
      : Self.digits(SwappedNibbles.text(value).prefix(semiOctets))
  }

  /// Digits up to the first filler, with the signs that stand for A to E
  /// (3GPP TS 24.008 table 10.5.118).
  private static func digits(_ nibbles: Substring) -> String {
    String(
      nibbles.prefix { $0 != "F" }.map { nibble -> Character in
        switch nibble {
        case "A": "*"
        case "B": "#"
        case "C": "a"
        case "D": "b"
        case "E": "c"
        default: nibble
        }
      })
  }
}
