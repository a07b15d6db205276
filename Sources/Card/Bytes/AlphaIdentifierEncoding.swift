extension AlphaIdentifier {
  /// A name as `count` bytes, filled up with FF: the GSM default alphabet where it has all of the
  /// characters, else UCS2 (ETSI TS 102 221 annex A). Nil when it does not fit.
  public static func encode(_ text: String, count: Int) -> [UInt8]? {
    let scalars = text.unicodeScalars
    let septets = scalars.compactMap { codes[$0] }
    if septets.count == scalars.count { return septets.flatMap { $0 }.filled(to: count) }
    let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    return ([0x80] + units).filled(to: count)
  }

  private static let codes: [Unicode.Scalar: [UInt8]] = {
    var codes: [Unicode.Scalar: [UInt8]] = [:]
    for septet in UInt8(0)..<0x80 where septet != 0x1B {
      for code in [[septet], [0x1B, septet]] {
        let scalars = GSMAlphabet.text(code).unicodeScalars
        guard scalars.count == 1, let scalar = scalars.first, codes[scalar] == nil else { continue }
        codes[scalar] = code
      }
    }
    return codes
  }()
}
