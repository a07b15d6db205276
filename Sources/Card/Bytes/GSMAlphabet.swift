/// The GSM 7 bit default alphabet, its extension table, and the national tables that may take the
/// place of either (3GPP TS 23.038 §6.2.1 and annex A).
public enum GSMAlphabet {
  /// Text of septets that stand one to a byte. What the tables leave open reads as U+FFFD.
  ///
  /// `locking` names the language whose table takes the place of the alphabet, `single` the one
  /// whose table stands behind the escape. Where such a table is not known, the default stays. A
  /// code that the table behind the escape leaves open means what it means without the escape.
  public static func text(
    _ septets: some Sequence<UInt8>, locking: NationalLanguage = .unspecified,
    single: NationalLanguage = .unspecified
  ) -> String {
    let basic = lockingShift(locking) ?? table
    let extended = singleShift(single) ?? extensionTable
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for septet in septets {
      if septet == escape, !isEscaped {
        isEscaped = true
        continue
      }
      let scalar = isEscaped ? extended.scalar(septet) : nil
      text.append(scalar ?? basic.scalar(septet) ?? "\u{FFFD}")
      isEscaped = false
    }
    return String(text)
  }

  private static let escape: UInt8 = 0x1B

  /// By code from 00 to 7F; the escape itself reads as a space where nothing follows it.
  static let table = SeptetTable(
    """
    @£$¥èéùìòÇ\u{0A}Øø\u{0D}ÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà
    """)

  /// What the escape leads to where no national table does.
  static let extensionTable = SeptetTable([
    0x0A: "\u{0C}", 0x14: "^", 0x28: "{", 0x29: "}", 0x2F: "\\", 0x3C: "[", 0x3D: "~", 0x3E: "]",
    0x40: "|", 0x65: "€",
  ])
}

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
