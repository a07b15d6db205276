import Card
import CardState
import Testing

struct PINTests {
  @Test(
    arguments: [("63C3", 3), ("63C0", 0), ("6983", 0), ("6D00", nil), ("9000", nil)]
      as [(String, Int?)])
  func asksWithoutATry(answer: String, tries: Int?) throws {
    let card = ScriptedChannel(["0020000100": answer])
    #expect(try PIN.triesLeft(CardSession(over: card)) == tries)
  }

  // 3GPP TS 51.011 §9.2.1, the answer to selecting a directory: byte 14 bit 8, byte 19.
  @Test(arguments: [
    (
      "0000 0000 7F20 02 0000000000 09 11 00 0C 04 00 83 8A 83 8A",
      PINState(enabled: true, triesLeft: 3)
    ),
    (
      "0000 0000 7F20 02 0000000000 09 91 00 0C 04 00 83 8A 83 8A",
      PINState(enabled: false, triesLeft: 3)
    ),
    (
      "0000 0000 7F20 02 0000000000 09 11 00 0C 04 00 00 8A 83 8A",
      PINState(enabled: true, triesLeft: nil)
    ),
  ]) func readsCHV1OfADirectory(hex: String, state: PINState) {
    #expect(PIN.state(inGSMDirectory: bytes(hex)) == state)
  }

  @Test func aShortAnswerSaysNothing() {
    #expect(PIN.state(inGSMDirectory: bytes("000000007F2002")) == nil)
  }
}
