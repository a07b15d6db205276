/// The GSM 7 bit default alphabet and its extension table (3GPP TS 23.038 §6.2.1).
public enum GSMAlphabet {
  /// Text of septets that stand one to a byte. What the tables leave open reads as U+FFFD.
  public static func text(_ septets: some Sequence<UInt8>) -> String {
    var text = ""
    var isEscaped = false
    for septet in septets {
      if septet == escape, !isEscaped {
        isEscaped = true
        continue
      }
      text += isEscaped ? extended[septet] ?? basic(septet) : basic(septet)
      isEscaped = false
    }
    return text
  }

  private static func basic(_ septet: UInt8) -> String {
    table.dropFirst(Int(septet)).first.map { String($0) } ?? "\u{FFFD}"
  }

  private static let escape: UInt8 = 0x1B

  /// By code from 00 to 7F; the escape itself reads as a space where nothing follows it.
  private static let table: [Unicode.Scalar] = Array(
    """
    @£$¥èéùìòÇ\u{0A}Øø\u{0D}ÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà
    """.unicodeScalars)

  private static let extended: [UInt8: String] = [
    0x0A: "\u{0C}", 0x14: "^", 0x28: "{", 0x29: "}", 0x2F: "\\", 0x3C: "[", 0x3D: "~", 0x3E: "]",
    0x40: "|", 0x65: "€",
  ]
}
