internal import Words

/// The name of an application on a card (ISO/IEC 7816-4 §12.2.3, ETSI TS 101 220 annex E).
public struct AID: Hashable, Sendable {
  /// 1 to 16 bytes; fewer than an application has select it by the beginning of its name.
  public let bytes: [UInt8]

  /// A name from its bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// USIM of 3GPP TS 31.102, any issuer's.
  public static let usim = AID([0xA0, 0x00, 0x00, 0x00, 0x87, 0x10, 0x02])
  /// ISIM of 3GPP TS 31.103, any issuer's.
  public static let isim = AID([0xA0, 0x00, 0x00, 0x00, 0x87, 0x10, 0x04])
  /// CSIM of 3GPP2 C.S0065, any issuer's.
  public static let csim = AID([0xA0, 0x00, 0x00, 0x03, 0x43, 0x10, 0x02])

  /// Whether the name begins with all of `prefix`.
  public func hasPrefix(_ prefix: AID) -> Bool { bytes.starts(with: prefix.bytes) }
}

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
    guard digits.contains(where: { $0 != "0" }) else {
      throw ParseError(.invalid(Words("an ICCID of zeros")), at: start)
    }
  }

  /// An ICCID that is all of a data object: one of another length is none.
  init(_ object: BERTLV) throws(ParseError) {
    var reader = object.reader
    try self.init(parsing: &reader)
    guard reader.isAtEnd else { throw ParseError(.trailing(reader.count), at: reader.offset) }
  }

  /// An ICCID as people write it, spaces and dashes allowed. Nil when it can't be one: an F at the end
  /// is a filler of the card's bytes, a letter behind 17 digits a typing error, and zeros alone name
  /// nothing.
  public init?(_ text: some StringProtocol) {
    let digits = String(text).filter { !$0.isWhitespace && $0 != "-" }.uppercased()
    guard (18...20).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
      digits.last != "F", digits.contains(where: { $0 != "0" }),
      digits.count > 18 || digits.last?.isNumber == true
        || !digits.dropLast().allSatisfy(\.isNumber)
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

/// The number of a subscription (3GPP TS 23.003 §2.2): mobile country code, network code and
/// subscriber, 6 to 15 digits.
public struct IMSI: Hashable, Sendable {
  /// All digits.
  public let digits: String

  /// An IMSI from its digits. Nil when there are other characters, or too few or many.
  public init?(_ text: some StringProtocol) {
    guard (6...15).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    digits = String(text)
  }

  /// The mobile country code.
  public var mcc: String { String(digits.prefix(3)) }

  /// The mobile network code, when it is `length` digits long.
  public func mnc(length: Int) -> String { String(digits.dropFirst(3).prefix(length)) }

  /// How long network codes are in a country, by its mobile country code (ITU-T E.212): three
  /// digits in North America and where listed, two elsewhere. A country may use both, so what the
  /// card says goes first.
  public static func mncLength(mcc: String) -> Int {
    threeDigitCountries.contains(mcc) ? 3 : 2
  }

  private static let threeDigitCountries: Set<String> = [
    "302", "310", "311", "312", "313", "314", "315", "316", "334", "338", "342", "344", "346",
    "348", "365", "708", "722", "732",
  ]
}

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
