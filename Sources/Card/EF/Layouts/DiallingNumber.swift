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
