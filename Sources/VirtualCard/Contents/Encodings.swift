import Card

/// Identifiers made of digits, as the card stores them.
enum Digits {
  /// Two digits a byte, the first in the low nibble, filled up with F.
  static func swapped(_ digits: String, count: Int) -> [UInt8] {
    SwappedNibbles.encode(digits, count: count) ?? Array(repeating: 0xFF, count: count)
  }

  /// EF.ICCID, and tag 5A of a profile (ETSI TS 102 221 §13.2).
  static func iccid(_ iccid: String) -> [UInt8] { swapped(iccid, count: 10) }

  /// EF.IMSI (3GPP TS 31.102 §4.2.2): the length, then the parity and the digits.
  static func imsi(_ imsi: String) -> [UInt8] {
    let parity = imsi.count.isMultiple(of: 2) ? "1" : "9"
    let body = swapped(parity + imsi, count: 8)
    return [UInt8(truncatingIfNeeded: imsi.count / 2 + 1)] + body
  }

  /// MCC and MNC in three bytes (3GPP TS 24.008 §10.5.1.13); FFFFFF for anything else.
  static func plmn(_ plmn: String) -> [UInt8] {
    let mcc = plmn.prefix(3)
    let mnc = plmn.dropFirst(3)
    guard (2...3).contains(mnc.count) else { return [0xFF, 0xFF, 0xFF] }
    let third = mnc.count == 3 ? String(mnc.suffix(1)) : "F"
    return swapped(mcc + third + mnc.prefix(2), count: 3)
  }

  /// An EID of 32 digits from its first 30: the last two make it 1 modulo 97 (SGP.02 §2.2.2).
  static func eid(_ first: String) -> String {
    let remainder = (first + "00").reduce(0) { ($0 * 10 + ($1.wholeNumberValue ?? 0)) % 97 }
    let check = 98 - remainder
    return first + (check < 10 ? "0" : "") + String(check)
  }

  /// `digits` with its check digit (ITU-T E.118, ISO/IEC 7812-1 annex B).
  static func withLuhnDigit(_ digits: String) -> String {
    let sum = digits.reversed().enumerated().reduce(0) { sum, next in
      let value = (next.element.wholeNumberValue ?? 0) * (next.offset.isMultiple(of: 2) ? 2 : 1)
      return sum + value / 10 + value % 10
    }
    return digits + String((10 - sum % 10) % 10)
  }
}

/// Names in a file: the GSM default alphabet, or UCS2 (3GPP TS 31.102 annex A, ETSI TS 102 221
/// annex A).
enum Alphabet {
  /// `text`, filled up with FF or cut to `count` bytes.
  static func identifier(_ text: String, count: Int) -> [UInt8] {
    padded(gsm(text) ?? ucs2(text), to: count)
  }

  /// The characters that the default alphabet has at ASCII's places, unpacked. Nil when `text` has
  /// others.
  static func gsm(_ text: String) -> [UInt8]? {
    let bytes = text.utf8.filter(isShared)
    return bytes.count == text.utf8.count ? bytes : nil
  }

  /// 80 and 16 bits a character.
  private static func ucs2(_ text: String) -> [UInt8] {
    [0x80] + text.utf16.flatMap { twoBytes(Int($0)) }
  }

  private static func isShared(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " ")...UInt8(ascii: "#"), UInt8(ascii: "%")...UInt8(ascii: "?"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

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
