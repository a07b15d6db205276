internal import Words

/// The number of a card or profile (ITU-T E.118, ETSI TS 102 221 §13.2): 18 to 20 digits, in which
/// some issuers use letters.
public struct ICCID: Hashable, Sendable {
  /// The digits in reading order, A–F for letters, without the fillers at the end.
  public let digits: String

  /// An ICCID from 10 bytes of swapped nibbles.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let start = reader.offset
    digits = SwappedNibbles.digits(try reader.bytes(10))
    guard !digits.isEmpty else { throw ParseError(.invalid(Words("blank ICCID")), at: start) }
  }

  /// An ICCID as people write it, spaces and dashes allowed. Nil when it can't be one.
  public init?(_ text: some StringProtocol) {
    let digits = String(text).filter { !$0.isWhitespace && $0 != "-" }.uppercased()
    guard (18...20).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isHexDigit })
    else { return nil }
    self.digits = digits
  }

  /// Whether it begins with 89, as telecommunication cards' numbers do.
  public var isTelecommunication: Bool { digits.hasPrefix("89") }

  /// What the last digit says of the others, by the algorithm of Luhn. A hint, never a gate: some
  /// issuers use the place for something else.
  public var checkDigit: CheckDigit {
    let values = digits.compactMap(\.wholeNumberValue)
    guard values.count == digits.count, digits.count >= 19 else { return .notApplicable }
    let sum = values.reversed().enumerated().reduce(0) { sum, digit in
      let value = digit.offset.isMultiple(of: 2) ? digit.element : digit.element * 2
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum.isMultiple(of: 10) ? .holds : .differs
  }

  /// What a check digit says.
  public enum CheckDigit: String, Hashable, Sendable {
    /// It fits the other digits.
    case holds
    /// It does not fit: a typing error, or an issuer who puts something else there.
    case differs
    /// There is none: letters, or fewer than 19 digits.
    case notApplicable
  }
}
