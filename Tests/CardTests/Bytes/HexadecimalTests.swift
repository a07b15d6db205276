import Card
import Testing

struct HexadecimalTests {
  @Test func readsEitherCaseAndSpaces() {
    #expect([UInt8](hex: "0a Ff:10\n") == [0x0A, 0xFF, 0x10])
    #expect([UInt8](hex: "") == [])
  }

  @Test(arguments: ["0", "0G", "١٢", "0x12", "12-34"])
  func refusesWhatIsNot(text: String) {
    #expect([UInt8](hex: text) == nil)
  }

  @Test func writesTwoDigitsToAByte() {
    #expect([0x00, 0x0F, 0xA0].hex == "000FA0")
  }
}
