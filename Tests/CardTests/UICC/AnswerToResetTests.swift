import Card
import Testing

struct AnswerToResetTests {
  @Test func readsEveryPart() throws {
    // ISO/IEC 7816-3 §8.2: TA1 96, TD1 80 (T=0), TD2 3F (T=15), TA3 C7, TB3 82, 15 historical bytes.
    let atr = try AnswerToReset(bytes("3B9F96803FC7828031E073FE211B57AA8660F0010027D8"))
    #expect(atr.convention == .direct)
    #expect(atr.protocols == [0, 15])
    #expect(atr.interfaceBytes.map(\.name) == ["TA1", "TD1", "TD2", "TA3", "TB3"])
    #expect(atr.interfaceBytes.map(\.value) == [0x96, 0x80, 0x3F, 0xC7, 0x82])
    #expect(atr.interfaceBytes.map(\.forProtocol) == [nil, nil, 0, 15, 15])
    #expect(atr.historicalBytes.hex == "8031E073FE211B57AA8660F0010027")
    #expect(atr.isChecked == true)
    #expect(atr.isUICC)
    #expect(atr.hintsEUICC)
  }

  @Test func readsTheShortest() throws {
    let atr = try AnswerToReset(bytes("3F00"))
    #expect(atr.convention == .inverse)
    #expect(atr.protocols == [0])
    #expect(atr.isChecked == nil)
    #expect(!atr.isUICC)
  }

  @Test func aClearHintIsNoHint() throws {
    let atr = try AnswerToReset(bytes("3B9F96801FC68031E073F62113675602220080010127"))
    #expect(atr.isUICC)
    #expect(!atr.hintsEUICC)
  }

  @Test(arguments: [
    "", "3B", "003B", "3B9F96", "3B02AA", "3B00AA",
    // TD bytes that go on for ever.
    "3BF0" + String(repeating: "80", count: 30),
  ]) func refuses(hex: String) {
    #expect(throws: ParseError.self) { try AnswerToReset(bytes(hex)) }
  }

  @Test func noticesAWrongCheckByte() throws {
    #expect(
      try AnswerToReset(bytes("3B9F96803FC7828031E073FE211B57AA8660F0010027D9")).isChecked == false)
  }
}
