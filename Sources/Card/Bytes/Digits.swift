extension Collection<UInt8> {
  /// The bytes as upper-case hexadecimal.
  public var hex: String {
    var text = ""
    text.reserveCapacity(count * 2)
    for byte in self {
      if byte < 0x10 { text += "0" }
      text += String(byte, radix: 16, uppercase: true)
    }
    return text
  }
}

extension [UInt8] {
  /// Bytes from hexadecimal digits of either case; white space and colons may stand between bytes.
  ///
  /// Nil when there is anything else, or half a byte.
  public init?(hex text: some StringProtocol) {
    let digits = text.filter { !$0.isWhitespace && $0 != ":" }
    let nibbles = digits.compactMap { $0.isASCII ? $0.hexDigitValue : nil }
    guard nibbles.count == digits.count, nibbles.count.isMultiple(of: 2) else { return nil }
    self = stride(from: 0, to: nibbles.count, by: 2).map {
      UInt8(nibbles[$0] << 4 | nibbles[$0 + 1])
    }
  }
}

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

extension Collection<UInt8> {
  /// Whether every byte is FF, as where nothing was ever written.
  public var isBlank: Bool { allSatisfy { $0 == 0xFF } }
}

extension [UInt8] {
  /// The bytes, filled up with FF to `count`. Nil when they are more.
  public func filled(to count: Int) -> [UInt8]? {
    self.count > count ? nil : self + Array(repeating: 0xFF, count: count - self.count)
  }

  /// The bytes without the FF at their end.
  public var withoutFilling: [UInt8] {
    var bytes = self
    while bytes.last == 0xFF { bytes.removeLast() }
    return bytes
  }
}
