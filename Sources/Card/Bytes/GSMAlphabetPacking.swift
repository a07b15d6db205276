extension GSMAlphabet {
  /// Up to `count` septets out of octets that hold them without gaps, the first in the low bits of
  /// the first octet, behind `fillBits` bits that mean nothing (3GPP TS 23.038 §6.1.2.1).
  ///
  /// Fewer when the octets end early.
  public static func unpack(
    _ octets: some Sequence<UInt8>, count: Int, fillBits: Int = 0
  ) -> [UInt8] {
    var septets: [UInt8] = []
    var bits: UInt16 = 0
    var width = 0
    var toSkip = min(max(fillBits, 0), 7)
    for octet in octets {
      bits |= UInt16(octet) << width
      width += 8
      bits >>= toSkip
      width -= toSkip
      toSkip = 0
      while width >= 7, septets.count < count {
        septets.append(UInt8(bits & 0x7F))
        bits >>= 7
        width -= 7
      }
      guard septets.count < count else { break }
    }
    return septets
  }
}
