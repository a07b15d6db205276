/// Digits stored two to a byte, the first in the low nibble, filled up with F
/// (ETSI TS 102 221 §13.2, 3GPP TS 24.008 §10.5.4.7).
public enum SwappedNibbles {
  /// The nibbles in reading order, as hexadecimal digits, fillers included.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(bytes.flatMap { [digit($0 & 0x0F), digit($0 >> 4)] })
  }

  /// The nibbles in reading order without the fillers at the end.
  public static func digits(_ bytes: some Sequence<UInt8>) -> String {
    var text = text(bytes)
    while text.last == "F" { text.removeLast() }
    return text
  }

  /// `digits` as `count` bytes, filled up with F. Nil when there are more, or when one is no digit.
  public static func encode(_ digits: String, count: Int) -> [UInt8]? {
    let values = digits.compactMap { $0.isASCII ? $0.hexDigitValue : nil }
    guard values.count == digits.count, values.count <= count * 2 else { return nil }
    let padded = values + Array(repeating: 0x0F, count: count * 2 - values.count)
    return stride(from: 0, to: padded.count, by: 2).map { UInt8(padded[$0 + 1] << 4 | padded[$0]) }
  }

  private static func digit(_ nibble: UInt8) -> Character {
    Character(Unicode.Scalar(nibble < 10 ? 0x30 + nibble : 0x37 + nibble))
  }
}
