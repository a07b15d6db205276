import Card
import Testing

struct CommandAPDUTests {
  // ISO/IEC 7816-3 §12: cases 1, 2S, 3S, 4S, 2E, 3E, 4E.
  @Test func shapesEachCaseForEachProtocol() {
    let case1 = CommandAPDU(0x00, 0x70, 0x80, 0x01)
    #expect(case1.encoded(for: .t0)?.hex == "0070800100")
    #expect(case1.encoded(for: .t1)?.hex == "00708001")

    let case2 = CommandAPDU(0x00, 0xB0, 0x82, 0x00, expected: .exactly(10))
    #expect(case2.encoded(for: .t0)?.hex == "00B082000A")
    #expect(case2.encoded(for: .t1)?.hex == "00B082000A")

    let case3 = CommandAPDU(0x00, 0xA4, 0x00, 0x0C, data: [0x3F, 0x00])
    #expect(case3.encoded(for: .t0)?.hex == "00A4000C023F00")
    #expect(case3.encoded(for: .t1)?.hex == "00A4000C023F00")

    let case4 = CommandAPDU(0x00, 0xA4, 0x00, 0x04, data: [0x3F, 0x00], expected: .all)
    #expect(case4.encoded(for: .t0)?.hex == "00A40004023F00")
    #expect(case4.encoded(for: .t1)?.hex == "00A40004023F0000")
  }

  @Test func asksFor256WithAZero() {
    let command = CommandAPDU(0x00, 0xC0, 0, 0, expected: .exactly(256))
    #expect(command.encoded(for: .t0)?.hex == "00C0000000")
    #expect(command.encoded(for: .t1)?.hex == "00C0000000")
  }

  @Test func usesTheExtendedFormOnlyWhereItMust() {
    let long = CommandAPDU(
      0x80, 0xE2, 0x91, 0, data: .init(repeating: 1, count: 256), expected: .all)
    #expect(long.encoded(for: .t0) == nil)
    #expect(long.encoded(for: .t1)?.prefix(7).hex == "80E29100000100")
    #expect(long.encoded(for: .t1)?.suffix(2).hex == "0000")
    let wide = CommandAPDU(0x00, 0xB0, 0, 0, expected: .exactly(300))
    #expect(wide.encoded(for: .t1)?.hex == "00B0000000012C")
    let most = CommandAPDU(0x00, 0xB0, 0, 0, expected: .exactly(65536))
    #expect(most.encoded(for: .t1)?.hex == "00B00000000000")
    let tooLong = CommandAPDU(0x80, 0xE2, 0x91, 0, data: .init(repeating: 1, count: 65536))
    #expect(tooLong.encoded(for: .t1) == nil)
  }
}
