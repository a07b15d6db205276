import Card
import Testing

struct StatusWordTests {
  @Test(arguments: [0x9000, 0x910F, 0x9203, 0x6110, 0x9F16] as [UInt16])
  func success(raw: UInt16) {
    #expect(StatusWord(rawValue: raw).isSuccess)
    #expect(StatusWord(rawValue: raw).hasValidData)
  }

  @Test(arguments: [0x9240, 0x6982, 0x6A82, 0x6C10, 0x63C3, 0x6F00, 0x9804] as [UInt16])
  func failure(raw: UInt16) {
    #expect(!StatusWord(rawValue: raw).isSuccess)
    #expect(!StatusWord(rawValue: raw).hasValidData)
  }

  @Test(arguments: [0x6282, 0x62F1, 0x6300] as [UInt16])
  func warningsLeaveTheDataValid(raw: UInt16) {
    #expect(!StatusWord(rawValue: raw).isSuccess)
    #expect(StatusWord(rawValue: raw).hasValidData)
  }

  @Test func triesLeft() {
    #expect(StatusWord(0x63C3).triesLeft == 3)
    #expect(StatusWord(0x63C0).triesLeft == 0)
    #expect(StatusWord(0x6300).triesLeft == nil)
  }

  @Test(
    arguments: [
      (0x6A82, "file or application not found"),
      (0x9404, "file or pattern not found"),
      (0x63C2, "not verified, 2 tries left"),
      (0x6110, "carried out, 16 bytes to be fetched"),
      (0x6C00, "wrong length; 256 bytes are there"),
      (0x910F, "carried out; a proactive command of 15 bytes is pending"),
    ] as [(UInt16, String)])
  func meanings(raw: UInt16, meaning: String) {
    #expect(StatusWord(rawValue: raw).meaning.map { "\($0)" } == meaning)
  }

  @Test func leavesOpenWhatTheSpecificationsLeaveOpen() {
    #expect(StatusWord(0x1234).meaning == nil)
  }
}
