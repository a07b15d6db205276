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
