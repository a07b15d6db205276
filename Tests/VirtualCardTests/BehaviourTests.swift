import Card
import Testing
import VirtualCard

/// Each way in which a card can differ.
@Suite struct BehaviourTests {
  private let selectISDR = "00A4040C 10 A0000005591010FFFFFFFF8900000100"
  private let terminalCapability = "80AA0000 0A A9088100820101830107"

  @Test func `short file identifiers can be unknown`() throws {
    let send = try Dialogue(with: "no-sfi")
    try send("00B08200 0A", "6A86")
    try send("00B201F4 26", "6A86")
    try send("00A4000C 02 2FE2", "9000")
    try send("00B00000 0A", "984411103254769810F3 9000")
  }

  @Test func `a card can be 2G only`() throws {
    let send = try Dialogue(with: "2g-only")
    try send("00A4000C 02 3F00", "6E00")
    try send("80F20000 00", "6E00")
    try send("A0A40000 02 2FE2", "9F0F")
  }

  @Test func `the ISD-R can wait for TERMINAL CAPABILITY`() throws {
    let send = try Dialogue(with: "terminal-capability-first")
    try send(selectISDR, "6A82")
    try send("80AA0000 02 8100", "6A80")
    try send(terminalCapability, "9000")
    try send(selectISDR, "9000")
    send.card.reset()
    try send(selectISDR, "6A82")
    #expect(send.card.changes.isEmpty)
  }

  @Test func `the ISD-R can be away from the basic channel`() throws {
    let send = try Dialogue(with: "isdr-not-on-basic")
    try send(selectISDR, "6A82")
    try send("00700000 01", "01 9000")
    try send("01A4040C 10 A0000005591010FFFFFFFF8900000100", "9000")
    try send("81E29100 06 BF3E035C015A", "6115")
    try send("01C00000 15", "BF3E12 5A10 89049032000000000000012600041755 9000")
  }

  @Test func `GET RESPONSE may have the class of the command`() throws {
    let send = try Dialogue(with: "travel-euicc")
    try send("00700000 01", "01 9000")
    try send("01A4040C 10 A0000005591010FFFFFFFF8900000100", "9000")
    try send("81E29100 06 BF3E035C015A", "6115")
    try send("81C00000 15", "BF3E12 5A10 89049032000000000000012600041755 9000")
  }

  @Test func `the ISD-R can have its maker's AID`() throws {
    let send = try Dialogue(with: "vendor-aid")
    try send(selectISDR, "6A82")
    try send("00A4040C 10 A0000005591010FFFFFFFF8900050500", "9000")
  }

  @Test(arguments: [
    ("tag-list-refused", "6A80"), ("tag-list-error", "BF2D03 81017F 9000"),
  ])
  func `a tag list can be refused`(name: String, answer: String) throws {
    let send = try Dialogue(with: name) { $0.transmissionProtocol = .t1 }
    try send(selectISDR, "9000")
    try send("80E29100 06 BF2D035C015A 00", answer)
    #expect(try send("80E2910003BF2D0000").hasPrefix("BF2D820183"))
  }

  @Test func `answers can come in small chunks at T=1`() throws {
    let send = try Dialogue(with: "small-chunks-t1")
    try send(
      "00A40404 07 A0000000871002 00",
      "6232 82027821 83027FFF 8410 A0000000871002FF49FF058900000100 A5038001 6114")
    try send("00C00000 00", "71 8A0105 8B036F0601 C609 900140 830101 830181 9000")
  }

  @Test func `a card can be removed`() throws {
    let send = try Dialogue(with: "plain-sim") { $0.isRemovedAfter = 2 }
    for _ in 0..<2 { try send("00B08200 01", "98 9000") }
    for _ in 0..<2 {
      let error = #expect(throws: ChannelError.self) { try send("00B08200 01") }
      #expect(error == .cardRemoved)
    }
    #expect(send.card.exchangeCount == 4)
  }

  @Test func `a card can be reset by another program, once`() throws {
    let send = try Dialogue(with: "pin-locked") { $0.isResetAfter = 2 }
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00200001 08 31323334FFFFFFFF", "9000")
    let error = #expect(throws: ChannelError.self) { try send("00B08700 09") }
    #expect(error == .cardReset)
    try send("00B08700 09", "6A82")
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00B08700 09", "6982")
  }

  @Test func `a mute card has no ATR and no answers`() throws {
    let send = try Dialogue(with: "mute")
    #expect(send.card.answerToReset.isEmpty)
    let error = #expect(throws: ChannelError.self) { try send("00B08200 01") }
    #expect(error?.code == ChannelError.Code(rawValue: "card.mute"))
  }

  @Test(arguments: [TransmissionProtocol.t0, .t1])
  func `an answer can be endless`(transmissionProtocol: TransmissionProtocol) throws {
    let card = try #require(NamedCard.named("endless-answer")).make()
    card.behaviour.transmissionProtocol = transmissionProtocol
    let session = CardSession(over: card)
    let error = #expect(throws: ChannelError.self) {
      try session.send(
        CommandAPDU(0, Instruction.select, 0, 4, data: [0x3F, 0x00], expected: .all))
    }
    #expect(error?.code == .badAnswer)
  }

  @Test func `an ATR can be garbage`() throws {
    let card = try #require(NamedCard.named("garbage-atr")).make()
    #expect(throws: ParseError.self) { try AnswerToReset(card.answerToReset) }
  }

  @Test(arguments: [
    ("plain-sim", [UInt8(0), 15], false), ("travel-euicc", [0, 15], true),
    ("t1-only", [1, 1, 15], true), ("gsm-2g", [0], false),
  ])
  func `an ATR says what the card talks`(name: String, protocols: [UInt8], isEUICC: Bool) throws {
    let card = try #require(NamedCard.named(name)).make()
    let atr = try AnswerToReset(card.answerToReset)
    #expect(atr.protocols == protocols)
    #expect(atr.hintsEUICC == isEUICC)
    #expect(atr.isChecked != false)
    #expect(atr.isUICC == (name != "gsm-2g"))
  }
}
