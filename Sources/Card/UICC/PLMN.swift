internal import Words

/// A network: mobile country code and network code in three bytes (3GPP TS 24.008 §10.5.1.13).
public struct PLMN: Hashable, Sendable {
  /// Mobile country code, three digits.
  public let mcc: String
  /// Mobile network code, two or three digits.
  public let mnc: String

  /// Both, one after the other.
  public var digits: String { mcc + mnc }

  /// Understands three bytes: MCC digits 2 and 1, MNC digit 3 (or F) and MCC digit 3, MNC digits 2
  /// and 1.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let start = reader.offset
    let nibbles = Array(SwappedNibbles.text(try reader.bytes(3)))
    mcc = String(nibbles.prefix(3))
    let third = nibbles.dropFirst(3).prefix(1).filter { $0 != "F" }
    mnc = String(nibbles.suffix(2) + third)
    guard digits.allSatisfy(\.isNumber) else {
      throw ParseError(.invalid(Words("not a network code")), at: start)
    }
  }
}
