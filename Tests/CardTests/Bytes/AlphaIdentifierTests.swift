import Card
import Testing

struct AlphaIdentifierTests {
  @Test(arguments: [
    // ETSI TS 102 221 annex A; characters from 3GPP TS 23.038 §6.2.1 and Unicode charts.
    ("676966666761666 6FFFF", "giffgaff"),
    ("80 4E2D 56FD 79FB 52A8 FFFFFF", "中国移动"),
    // 81: two characters, base 08 → U+0400; 95 is U+0415, 53 a GSM S.
    ("81 02 08 95 53 FF", "\u{0415}S"),
    // 82: base 0530; 82 is U+0532.
    ("82 03 0530 2D 82 D3 FF", "-\u{0532}\u{0583}"),
    ("00 01 02 11 1E", "@£$_ß"),
    ("1B65 1B3C 1B3E", "€[]"),
    ("FFFFFF", ""),
    ("", ""),
    ("80", ""),
    ("80 4E", ""),
  ]) func reads(hex: String, text: String) {
    #expect(AlphaIdentifier.text(bytes(hex)[...]) == text)
  }

  @Test(arguments: ["81", "81 FF", "82 05 05", "82 01 FF", "81 7F 10 80", "82 02 FFFF FF FF"])
  func survivesWhatItCantRead(hex: String) {
    _ = AlphaIdentifier.text(bytes(hex)[...])
  }

  @Test func everySeptetHasOneCharacter() {
    // 3GPP TS 23.038 §6.2.1, a corner of each column of the table.
    let corners: [UInt8: String] = [
      0x00: "@", 0x0F: "å", 0x10: "Δ", 0x1A: "Ξ", 0x1C: "Æ", 0x1F: "É", 0x20: " ", 0x24: "¤",
      0x2F: "/", 0x30: "0", 0x3F: "?", 0x40: "¡", 0x4F: "O", 0x50: "P", 0x5F: "§", 0x60: "¿",
      0x6F: "o", 0x70: "p", 0x7F: "à",
    ]
    for (septet, character) in corners { #expect(GSMAlphabet.text([septet]) == character) }
    #expect(GSMAlphabet.text([0x80]) == "\u{FFFD}")
  }
}
