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
