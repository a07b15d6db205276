/// The two bytes that end every answer (ISO/IEC 7816-4 §5.6, ETSI TS 102 221 §10.2).
public struct StatusWord: RawRepresentable, Hashable, Sendable, ExpressibleByIntegerLiteral,
  CustomStringConvertible
{
  /// SW1 and SW2 as one number.
  public var rawValue: UInt16

  /// Keeps any status word.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A status word written as a literal, such as `0x9000`.
  public init(integerLiteral value: UInt16) { self.rawValue = value }

  /// The first byte.
  public var sw1: UInt8 { UInt8(rawValue >> 8) }

  /// The second byte.
  public var sw2: UInt8 { UInt8(truncatingIfNeeded: rawValue) }

  /// Four hexadecimal digits.
  public var description: String { [sw1, sw2].hex }

  /// Whether the command was carried out: 9000, 91xx and 92xx (a proactive command or a transfer
  /// is pending), 61xx and 9Fxx (more is to be fetched).
  public var isSuccess: Bool {
    rawValue == 0x9000 || [0x61, 0x91, 0x92, 0x9F].contains(sw1) && self != .gsmMemoryProblem
  }

  /// Whether the command was carried out and the card has a remark: 62xx, and 63xx but for the
  /// tries left of a PIN.
  public var isWarning: Bool { sw1 == 0x62 || sw1 == 0x63 && !isTryCount }

  /// Whether the data beside it can be used.
  public var hasValidData: Bool { isSuccess || isWarning }

  /// Tries left, when this is the answer of a VERIFY (63Cx).
  public var triesLeft: Int? { isTryCount ? Int(sw2 & 0x0F) : nil }

  /// Whether the file or application is not there.
  public var isNotFound: Bool { [0x6A82, 0x6A83, 0x6A88, 0x9404].contains(rawValue) }

  /// Whether the card wants a PIN or another key first.
  public var isSecurityRefusal: Bool { [0x6982, 0x9804, 0x9840].contains(rawValue) }

  /// Whether the card does not know the class byte or the instruction.
  public var isUnknownCommand: Bool { [0x6D00, 0x6E00].contains(rawValue) }

  /// Whether the card failed at the command, which says nothing of what was asked: 64xx, 65xx, 6Fxx,
  /// and 9240 of 2G cards (ISO/IEC 7816-4 §5.6, ETSI TS 102 221 §10.2.1).
  public var isTechnicalProblem: Bool {
    [0x64, 0x65, 0x6F].contains(sw1) || self == Self.gsmMemoryProblem
  }

  /// Whether it says, as the answer to SELECT, that there is nothing by that name: not found, an
  /// instruction, class or way of selecting that the card does not know, or an application that can't be
  /// selected any more (6999). Anything else leaves open what is there.
  public var saysNothingIsThere: Bool {
    isNotFound || isUnknownCommand || [0x6A81, 0x6A86, 0x6A87, 0x6999].contains(rawValue)
  }

  private var isTryCount: Bool { rawValue & 0xFFF0 == 0x63C0 }

  private static let gsmMemoryProblem: StatusWord = 0x9240
}

/// A card's answer: data, and the status word that ends it (ISO/IEC 7816-4 §5.1).
public struct ResponseAPDU: Hashable, Sendable {
  /// What came back before the status word.
  public var data: [UInt8]
  /// How the command ended.
  public var status: StatusWord

  /// An answer from its parts.
  public init(data: [UInt8] = [], status: StatusWord) {
    self.data = data
    self.status = status
  }

  /// An answer as it came. Nil when it is too short to hold a status word.
  public init?(bytes: [UInt8]) {
    guard let sw2 = bytes.last, let sw1 = bytes.dropLast().last else { return nil }
    self.init(
      data: bytes.dropLast(2), status: StatusWord(rawValue: UInt16(sw1) << 8 | UInt16(sw2)))
  }

  /// The answer as it stands on the wire.
  public var bytes: [UInt8] { data + [status.sw1, status.sw2] }
}
