import Card
import CardState
import Testing

/// The transport of ETSI TS 102 221 §7.3 and annex C.
struct CardSessionTests {
  private let select = CommandAPDU(0x00, 0xA4, 0x04, 0x04, data: [0xA0], expected: .all)
  private let read = CommandAPDU(0x00, 0xB0, 0x82, 0x00, expected: .exactly(10))

  @Test func fetchesWhatIsWaiting() throws {
    let card = ScriptedChannel(["00A4040401A0": "6102", "00C0000002": "ABCD9000"])
    let session = CardSession(over: card)
    #expect(try session.send(select) == ResponseAPDU(data: [0xAB, 0xCD], status: 0x9000))
    #expect(card.isFinished)
    #expect(session.cost.apdus == 2)
    #expect(session.cost.bytesSent == 11)
    #expect(session.cost.bytesReceived == 6)
  }

  @Test func fetchesInAsManyRoundsAsItTakes() throws {
    let card = ScriptedChannel([
      "00A4040401A0": "6101", "00C0000001": "AA6100", "00C0000000": "BB6101",
      "00C0000001": "CC910F",
    ])
    #expect(
      try CardSession(over: card).send(select)
        == ResponseAPDU(data: [0xAA, 0xBB, 0xCC], status: 0x910F))
  }

  @Test func asksAgainWithTheLengthTheCardNames() throws {
    let card = ScriptedChannel(["00B082000A": "6C03", "00B0820003": "0102039000"])
    #expect(try CardSession(over: card).send(read).data == [1, 2, 3])
  }

  @Test func asksAgainOnlyOnce() throws {
    let card = ScriptedChannel(["00B082000A": "6C03", "00B0820003": "6C04"])
    #expect(try CardSession(over: card).send(read).status == 0x6C04)
    #expect(card.isFinished)
  }

  @Test func whatChangesACardIsNotSentAgain() throws {
    // EnableProfile at T=1: the card may have carried it out, and only its answer has another length.
    var enable = CommandAPDU(0x80, 0xE2, 0x91, 0, data: bytes("BF3100"), expected: .all)
    enable.isRepeatable = false
    let card = ScriptedChannel(.t1, ["80E2910003BF310000": "6C06"])
    #expect(try CardSession(over: card).send(enable).status == 0x6C06)
    #expect(card.isFinished)
    // What reads is.
    let list = CommandAPDU(0x80, 0xE2, 0x91, 0, data: bytes("BF2D00"), expected: .all)
    let other = ScriptedChannel(
      .t1, ["80E2910003BF2D0000": "6C02", "80E2910003BF2D0002": "AABB9000"])
    #expect(try CardSession(over: other).send(list).data == [0xAA, 0xBB])
  }

  @Test func fetchesWhenAWrongLengthAnswersACommandWithData() throws {
    let card = ScriptedChannel(["00A4040401A0": "6C02", "00C0000002": "ABCD9000"])
    #expect(try CardSession(over: card).send(select).data == [0xAB, 0xCD])
  }

  @Test func asksAgainWhenGetResponseHadTheWrongLength() throws {
    let card = ScriptedChannel([
      "00A4040401A0": "6100", "00C0000000": "6C02", "00C0000002": "ABCD9000",
    ])
    #expect(try CardSession(over: card).send(select).data == [0xAB, 0xCD])
  }

  @Test func fetchesOnTheSameChannelWithAnInterindustryClass() throws {
    let store = CommandAPDU(0xC1, 0xE2, 0x91, 0, data: [0xBF, 0x20, 0x00], expected: .all)
    let card = ScriptedChannel(["C1E2910003BF2000": "6101", "41C0000001": "AA9000"])
    #expect(try CardSession(over: card).send(store).data == [0xAA])
  }

  @Test func understands2GCards() throws {
    let select = CommandAPDU(0xA0, 0xA4, 0, 0, data: [0x7F, 0x20])
    let card = ScriptedChannel(["A0A40000027F20": "9F02", "A0C0000002": "ABCD9000"])
    #expect(try CardSession(over: card).send(select).data == [0xAB, 0xCD])
    let read = CommandAPDU(0xA0, 0xB0, 0, 0, expected: .exactly(4))
    let short = ScriptedChannel(["A0B0000004": "6703", "A0B0000003": "0102039000"])
    #expect(try CardSession(over: short).send(read).data == [1, 2, 3])
  }

  @Test func keepsAWarningAndFetchesTheDataBehindIt() throws {
    let card = ScriptedChannel([
      "00A4040401A0": "6283", "00C0000000": "6C02", "00C0000002": "ABCD9000",
    ])
    #expect(
      try CardSession(over: card).send(select)
        == ResponseAPDU(data: [0xAB, 0xCD], status: 0x6283))
  }

  @Test func aWarningWithNothingBehindItIsTheAnswer() throws {
    let card = ScriptedChannel(["00A4040401A0": "6283", "00C0000000": "6F00"])
    #expect(try CardSession(over: card).send(select) == ResponseAPDU(status: 0x6283))
  }

  @Test func aReaderThatFetchesByItselfIsFine() throws {
    let card = ScriptedChannel(["00A4040401A0": "ABCD9000"])
    #expect(try CardSession(over: card).send(select).data == [0xAB, 0xCD])
  }

  @Test func T1CardsAnswerAtOnceOrInChunks() throws {
    let card = ScriptedChannel(.t1, ["00A4040401A000": "ABCD9000"])
    #expect(try CardSession(over: card).send(select).data == [0xAB, 0xCD])
    let chunks = ScriptedChannel(.t1, ["00A4040401A000": "AB6101", "00C0000001": "CD9000"])
    #expect(try CardSession(over: chunks).send(select).data == [0xAB, 0xCD])
  }

  @Test func anAnswerWithoutEndIsAnError() {
    let endless = EndlessChannel(answer: [0xAA, 0x61, 0x01])
    #expect(throws: ChannelError.self) { try CardSession(over: endless).send(select) }
    #expect(endless.count <= CardSession.maximumRounds + 1)
    let idle = EndlessChannel(answer: [0x61, 0x01])
    #expect(throws: ChannelError.self) { try CardSession(over: idle).send(select) }
    #expect(idle.count == 2)
    let large = EndlessChannel(answer: [UInt8](repeating: 1, count: 256) + [0x61, 0x00])
    #expect(throws: ChannelError.self) { try CardSession(over: large).send(select) }
    #expect(large.count <= CardSession.maximumAnswer / 256 + 2)
  }

  @Test(arguments: ["", "90"])
  func anAnswerWithoutStatusWordIsAnError(answer: String) {
    let card = ScriptedChannel(["00B082000A": answer])
    #expect(throws: ChannelError.self) { try CardSession(over: card).send(read) }
  }

  @Test func stopsBetweenExchanges() {
    let card = ScriptedChannel([:])
    let session = CardSession(over: card, isCancelled: { true })
    #expect(throws: ChannelError.interrupted) { try session.send(read) }
    #expect(session.cost.apdus == 0)
  }

  @Test func showsEveryExchangeToItsObserver() throws {
    var seen: [String] = []
    let card = ScriptedChannel(["00B082000A": "6C01", "00B0820001": "AA9000"])
    let session = CardSession(
      over: card,
      observer: { exchange in
        seen.append("\(exchange.purpose) \(exchange.command.hex) \(exchange.answer?.hex ?? "-")")
      })
    session.purpose = "EF.X"
    _ = try session.send(read)
    #expect(seen == ["EF.X 00B082000A 6C01", "EF.X 00B0820001 AA9000"])
  }

  private final class EndlessChannel: CardChannel {
    let answerToReset: [UInt8] = [0x3B, 0x00]
    let transmissionProtocol = TransmissionProtocol.t0
    private let answer: [UInt8]
    private(set) var count = 0

    init(answer: [UInt8]) { self.answer = answer }

    func transmit(_ command: [UInt8]) throws(ChannelError) -> [UInt8] {
      count += 1
      return count == 1 ? [0x61, 0x01] : answer
    }
  }
}
