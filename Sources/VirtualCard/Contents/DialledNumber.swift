import Card

/// Telephone numbers in records (3GPP TS 31.102 §4.4.2.3, §4.2.26) and addresses (3GPP TS 24.011
/// §8.2.5.1).
enum DialledNumber {
  /// A record as EF.ADN and EF.MSISDN have it: name, length, type, ten bytes of digits, two
  /// references to other files.
  static func record(name: String, number: String?, nameLength: Int) -> [UInt8] {
    Alphabet.identifier(name, count: nameLength) + address(number, digits: 10) + [0xFF, 0xFF]
  }

  /// Length in bytes of what follows, type of number, digits; all FF without a number.
  static func address(_ number: String?, digits count: Int) -> [UInt8] {
    guard let number else { return padded([], to: count + 2) }
    let digits = number.filter(\.isWholeNumber)
    let length = UInt8(truncatingIfNeeded: (digits.count + 1) / 2 + 1)
    return [length, type(of: number)] + Digits.swapped(digits, count: count)
  }

  /// International, or unknown; ISDN numbering plan.
  private static func type(of number: String) -> UInt8 { number.hasPrefix("+") ? 0x91 : 0x81 }
}
