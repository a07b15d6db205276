import Card
import Testing

struct PaddingTests {
  @Test func fillingIsPutOnAndTakenOff() {
    #expect(bytes("0102").filled(to: 4) == bytes("0102FFFF"))
    #expect(bytes("0102").filled(to: 2) == bytes("0102"))
    #expect(bytes("0102").filled(to: 1) == nil)
    #expect(bytes("01FF02FFFF").withoutFilling == bytes("01FF02"))
    #expect(bytes("FFFF").withoutFilling.isEmpty)
  }

  @Test func blankIsAllFilling() {
    #expect(bytes("FFFF").isBlank)
    #expect(bytes("").isBlank)
    #expect(!bytes("FF00").isBlank)
  }

  @Test func whatGoesBeforeTheEndIsTaken() throws {
    var reader = reader("010203")
    #expect(try reader.bytes(before: 2).hex == "01")
    #expect(try reader.bytes(before: 2).isEmpty)
    #expect(throws: ParseError(.truncated(needed: 3, left: 2), at: 1)) {
      try reader.bytes(before: 3)
    }
  }
}
