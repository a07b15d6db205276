import Card
import Testing

/// 3GPP TS 23.038 §6.1.2.1: septets fill octets from the low bits up.
struct SMSPackedSeptetsTests {
  @Test(
    arguments: [
      ("31", 1, "1"),
      ("3119", 2, "12"),
      ("31D90C", 3, "123"),
      ("31D98C56B3DD00", 7, "1234567"),
      ("31D98C56B3DD70", 8, "12345678"),
      ("E8329BFD4697D9EC37", 10, "hellohello"),
      ("", 0, ""),
    ])
  func unpacks(hex: String, count: Int, text: String) {
    let septets = GSMAlphabet.unpack(bytes(hex), count: count)
    #expect(GSMAlphabet.text(septets) == text)
    #expect(pack(septets).hex == bytes(hex).hex)
  }

  @Test func sevenOctetsHoldAnEighthSeptetOnlyIfTheCountSaysSo() {
    #expect(GSMAlphabet.unpack(bytes("31D98C56B3DD00"), count: 7).count == 7)
    #expect(GSMAlphabet.unpack(bytes("31D98C56B3DD00"), count: 8).last == 0x00)
  }

  @Test(arguments: 0...6) func skipsFillBits(fillBits: Int) {
    let septets: [UInt8] = [0x7F, 0x00, 0x55, 0x2A, 0x01, 0x40, 0x1B, 0x65, 0x7F]
    let packed = pack(septets, fillBits: fillBits)
    #expect(GSMAlphabet.unpack(packed, count: septets.count, fillBits: fillBits) == septets)
  }

  @Test(arguments: [-1, 0, 1, 7, 8, 255, Int.max])
  func givesNoMoreThanIsThereOrAskedFor(count: Int) {
    let septets = GSMAlphabet.unpack([0xFF, 0xFF], count: count, fillBits: 99)
    #expect(septets.count <= min(max(count, 0), 2))
  }

  @Test(
    arguments: [
      // 3GPP TS 23.038 §6.2.1: the corners of the table.
      ("00", "@"), ("02", "$"), ("07", "ì"), ("09", "Ç"), ("0A", "\n"), ("0D", "\r"), ("10", "Δ"),
      ("11", "_"), ("1A", "Ξ"), ("1C", "Æ"), ("1E", "ß"), ("1F", "É"), ("20", " "), ("24", "¤"),
      ("3F", "?"), ("40", "¡"), ("5B", "Ä"), ("5F", "§"), ("60", "¿"), ("7B", "ä"), ("7F", "à"),
      // §6.2.1.1: behind the escape; what it leaves open means what it means without.
      ("1B0A", "\u{0C}"), ("1B14", "^"), ("1B28", "{"), ("1B29", "}"), ("1B2F", "\\"),
      ("1B3C", "["), ("1B3D", "~"), ("1B3E", "]"), ("1B40", "|"), ("1B65", "€"),
      ("1B41", "A"), ("1B00", "@"), ("1B1B", " "), ("41 1B", "A"), ("1B1B65", " e"),
      ("80", "\u{FFFD}"),
    ])
  func alphabet(hex: String, text: String) {
    #expect(GSMAlphabet.text(bytes(hex)) == text)
  }
}
