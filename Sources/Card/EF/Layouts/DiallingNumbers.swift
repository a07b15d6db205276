/// A number as phones dial it: type and plan in a byte, then extended BCD digits (3GPP TS 31.102
/// §4.4.2.3, TS 24.008 §10.5.4.7). As JSON a string, with a plus where it is international.
public struct DiallingNumber: Hashable, Sendable, Encodable, CustomStringConvertible {
  /// Type of number and numbering plan, as they stand on the card.
  public var typeAndPlan: UInt8
  /// Digits, `*` and `#`; `p` is a pause, `?` any digit.
  public var digits: String

  /// A number from its bytes: of the digits as many as `digitBytes` bytes hold, up to the first
  /// filler. Nil where there are none.
  init?(typeAndPlan: UInt8, _ bcd: ArraySlice<UInt8>, digitBytes: Int) {
    let nibbles = SwappedNibbles.text(bcd.prefix(max(0, digitBytes))).prefix { $0 != "F" }
    digits = String(nibbles.map { Self.characters[$0] ?? $0 })
    self.typeAndPlan = typeAndPlan
    if digits.isEmpty { return nil }
  }

  /// Whether the number begins with a country code.
  public var isInternational: Bool { typeAndPlan & 0x70 == 0x10 }

  /// The number as people write it.
  public var description: String { (isInternational ? "+" : "") + digits }

  /// How many bytes the digits take.
  var digitBytes: Int { (digits.count + 1) / 2 }

  /// The digits as `count` bytes, filled up with F. Nil when there are more.
  func encodedDigits(count: Int) -> [UInt8]? {
    let nibbles = digits.map { digit in
      Self.characters.first { $0.value == digit }?.key ?? digit
    }
    return SwappedNibbles.encode(String(nibbles), count: count)
  }

  /// Writes the number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  private static let characters: [Character: Character] = [
    "A": "*", "B": "#", "C": "p", "D": "?", "E": "e",
  ]
}

/// A name and a number: alpha identifier, length of the number in bytes, type and plan, ten bytes
/// of digits, and two records of other files (3GPP TS 31.102 §4.4.2.3).
public struct DiallingNumberRecord: EncodableLayout {
  /// The name.
  public var name: String?
  /// The number. Its digits after the twentieth stand in the extension.
  public var number: DiallingNumber?
  /// The record of EF.CCP that says what the number can do.
  public var capabilityRecord: UInt8?
  /// The record of the extension file with further digits.
  public var extensionRecord: UInt8?

  /// Bytes of the record without the name.
  static let fixedCount = 14

  /// Understands a record: the name is what goes before its last 14 bytes.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let alpha = try reader.bytes(before: Self.fixedCount)
    try self.init(name: alpha, parsing: &reader)
  }

  /// Understands what follows a name.
  init(name alpha: ArraySlice<UInt8>, parsing reader: inout ByteReader) throws(ParseError) {
    let text = AlphaIdentifier.text(alpha)
    name = text.isEmpty ? nil : text
    let length = try reader.byte()
    let typeAndPlan = try reader.byte()
    let bcd = try reader.bytes(10)
    number =
      length == 0xFF
      ? nil : DiallingNumber(typeAndPlan: typeAndPlan, bcd, digitBytes: Int(length) - 1)
    capabilityRecord = Self.record(try reader.byte())
    extensionRecord = Self.record(try reader.byte())
  }

  private static func record(_ number: UInt8) -> UInt8? { number == 0xFF ? nil : number }

  /// The record as bytes.
  public func encoded(count: Int) -> [UInt8]? {
    guard let alpha = AlphaIdentifier.encode(name ?? "", count: count - Self.fixedCount) else {
      return nil
    }
    var bytes = alpha
    if let number {
      guard let digits = number.encodedDigits(count: 10) else { return nil }
      bytes += [UInt8(number.digitBytes + 1), number.typeAndPlan] + digits
    } else {
      bytes += Array(repeating: 0xFF, count: 12)
    }
    return bytes + [capabilityRecord ?? 0xFF, extensionRecord ?? 0xFF]
  }
}
