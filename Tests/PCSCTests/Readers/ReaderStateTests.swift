import Testing

@testable import PCSC

@Suite struct ReaderStateTests {
  @Test("the event state is flags below a count of events")
  func eventState() {
    let state = ReaderState(name: "R", eventState: 0xFFFE_0122, answerToReset: [0x3B, 0x00])
    #expect(state.eventCount == 0xFFFE)
    #expect(state.flags == [.present, .inUse])
    #expect(state.currentState == 0xFFFE_0120)
    #expect(state.hasCard && state.isInUse && state.isAvailable)
    #expect(!state.isMute && !state.isExclusive)
  }

  @Test(
    "each state of a reader is told from the others",
    arguments: [
      (0x0001_0012, card: false, mute: false, used: false, exclusive: false, available: true),
      (0x0001_0022, card: true, mute: false, used: false, exclusive: false, available: true),
      (0x0001_0222, card: true, mute: true, used: false, exclusive: false, available: true),
      (0x0001_00A2, card: true, mute: false, used: true, exclusive: true, available: true),
      (0x0000_000A, card: false, mute: false, used: false, exclusive: false, available: false),
      (0x0000_000E, card: false, mute: false, used: false, exclusive: false, available: false),
    ])
  func flags(
    eventState: UInt, card: Bool, mute: Bool, used: Bool, exclusive: Bool, available: Bool
  ) {
    let state = ReaderState(name: "R", eventState: eventState, answerToReset: [])
    #expect(state.hasCard == card)
    #expect(state.isMute == mute)
    #expect(state.isInUse == used)
    #expect(state.isExclusive == exclusive)
    #expect(state.isAvailable == available)
  }

  @Test("two cards in a row differ by their count alone")
  func replaced() {
    let first = ReaderState(name: "R", eventState: 0x0001_0022, answerToReset: [0x3B, 0x00])
    let second = ReaderState(name: "R", eventState: 0x0003_0022, answerToReset: [0x3B, 0x00])
    #expect(first != second)
  }

  @Test(
    "a list of names, each ended by a zero, is taken apart",
    arguments: [("", []), ("|", []), ("A||", ["A"]), ("A|Bé||", ["A", "Bé"]), ("A", ["A"])])
  func names(list: String, names: [String]) {
    let bytes = list.utf8.map { $0 == UInt8(ascii: "|") ? 0 : CChar(bitPattern: $0) }
    #expect(PCSCContext.strings(in: bytes) == names)
  }
}
