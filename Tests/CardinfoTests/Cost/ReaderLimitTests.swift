import PCSC
import Testing

@testable import cardinfo

struct ReaderLimitTests {
  @Test func theLimitIsExplainedWhereItIsReached() {
    #expect(PCSCContext.mostReaders == 16)
    #expect(SetupCheck.readerLimit(15, onUSB: 15) == nil)
    let full = SetupCheck.readerLimit(16, onUSB: 16)
    #expect(full?.outcome == .noted)
    let over = SetupCheck.readerLimit(16, onUSB: 18)
    #expect(over?.outcome == .failed)
    #expect(over?.hint.map { "\($0)" }?.contains("Docs/readers.md") == true)
    // Virtual readers are not on USB.
    #expect(SetupCheck.readerLimit(16, onUSB: 0)?.outcome == .noted)
  }
}
