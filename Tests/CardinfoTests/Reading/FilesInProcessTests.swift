import Card
import CardState
import FoundationEssentials
import Testing
import VirtualCard

/// How files are read that are not as they should be.
struct FilesInProcessTests {
  private func card(_ name: String) throws -> SimulatedCard {
    try #require(NamedCard.named(name)).make()
  }

  private func read(
    _ card: SimulatedCard, _ plan: ReadingPlan = ReadingPlan(), pin: PINEntry? = nil
  ) throws -> SnapshotReader {
    let reader = SnapshotReader(
      card,
      into: CardSnapshot(
        readAt: Date(timeIntervalSince1970: 0), reader: .init(name: "test", index: 0),
        atr: card.answerToReset.hex, protocol: card.transmissionProtocol.rawValue),
      plan: plan, pin: pin)
    try reader.read()
    return reader
  }

  private func file(_ name: String, of card: SimulatedCard) throws -> FileSnapshot {
    try #require(try read(card).snapshot.files.first { $0.name == name })
  }

  @Test func blankIsBlank() throws {
    let file = try file("EF.EHPLMN", of: card("plain-sim"))
    #expect(file.status == .blank)
    #expect(file.raw == "FFFFFFFFFFFFFFFFFFFFFFFF")
    #expect(file.value == nil)
  }

  @Test func notAnnouncedIsNotAsked() throws {
    let card = try card("plain-sim")
    let file = try file("EF.SPDI", of: card)
    #expect(file.status == .notAsked)
    #expect(file.problem.map { "\($0)" } == "the service table does not have service 51")
    #expect(!card.log.contains { $0.starts(with: [0x00, 0xB0, 0x80 | 0x1B]) })
  }

  @Test func absentIsAbsent() throws {
    let files = try read(card("plain-sim"), .full).snapshot.files
    let file = try #require(files.first { $0.path == "ADF.USIM/6FCD" })
    #expect(file.status == .absent)
    #expect(file.problem == nil)
  }

  @Test func aPINIsNotSentToAnotherCardThanTheOneShown() throws {
    let card = try card("pin-locked")
    let reader = try read(
      card, pin: PINEntry("1234", for: .init(iccid: "8985203012345678902")))
    #expect(reader.problems.map(\.code) == ["pin1.otherCard"])
    #expect(card.pinTriesUsed == 0)
    let right = try read(card, pin: PINEntry("1234", for: .init(iccid: "8944110123456789013")))
    #expect(right.problems.isEmpty)
    #expect(card.pinTriesUsed == 1)
  }

  @Test func aPINIsInOneBufferThatIsZeroed() {
    var digits = Array("1234".utf8)
    #expect(PINEntry(taking: &digits) != nil)
    #expect(digits == [0, 0, 0, 0])
    digits = Array("12a4".utf8)
    #expect(PINEntry(taking: &digits) == nil)
    #expect(digits == [0, 0, 0, 0])
  }

  @Test func anICCIDOfZerosIsNone() throws {
    let card = try card("plain-sim")
    card.replaceContents(ofFile: 0x2FE2, with: Array(repeating: 0, count: 10))
    let snapshot = try read(card).snapshot
    #expect(snapshot.iccid == nil)
    #expect(snapshot.lineICCIDs.isEmpty)
    #expect(snapshot.kind == .usim)
    #expect(snapshot.warnings.map(\.code) == ["files.unusable"])
  }

  @Test func refusedIsRefused() throws {
    let file = try file("EF.LOCI", of: card("pin-locked"))
    #expect(file.status == .refused)
    #expect(file.statusWord == "6982")
    #expect(file.raw == nil)
  }

  @Test func malformedIsMalformedWithItsBytes() throws {
    let card = try card("plain-sim")
    card.replaceContents(ofFile: 0x6F07, with: [0x09, 0x49, 0x06, 0, 0, 0, 0, 0, 0])
    let file = try file("EF.IMSI", of: card)
    #expect(file.status == .malformed)
    #expect(file.raw == "094906000000000000")
    #expect(file.problem.map { "\($0)" } == "IMSI length of 9 at offset 0")
    #expect(try read(card).snapshot.iccid == "8944110123456789013")
  }

  @Test func aMalformedRecordDoesNotSpoilTheOthers() throws {
    let card = try card("plain-sim")
    card.replaceContents(ofFile: 0x6F40, with: [0x01, 0x02])
    let file = try file("EF.MSISDN", of: card)
    #expect(file.status == .malformed)
    #expect(file.records?.map(\.status) == [.malformed, .blank])
  }

  @Test func filesSayWhatTheyMean() throws {
    let file = try file("EF.SPN", of: card("china-mobile"))
    guard case .object(let value) = file.value else {
      Issue.record("EF.SPN has no value")
      return
    }
    #expect(value["name"] == .string("中国移动"))
  }

  @Test func keysAreNowhere() throws {
    // The keys of the built-in cards, as the card would give them.
    let key = (0..<32).map { 0xA5 ^ UInt8($0 * 7) }.hex
    let document = CardStateDocument(
      generatedAt: Date(timeIntervalSince1970: 0), tool: .init(name: "test", version: "0"),
      cards: [try read(card("china-mobile"), .full).snapshot])
    let json = String(decoding: try document.json(), as: UTF8.self)
    #expect(!json.contains(String(key.prefix(16))))
    let keys = document.cards[0].files.first { $0.name == "EF.Keys" }
    #expect(keys?.status == .read)
    #expect(keys?.raw == nil)
    #expect(document.cards[0].registration?.cs?.keySetIdentifier == 2)
    #expect(document.cards[0].registration?.cs?.hasKeys == true)
  }

  @Test func theDefaultReadOfATravelEUICCIsWithin40Exchanges() throws {
    let card = try card("travel-euicc")
    #expect(try read(card).snapshot.cost.apdus <= 40)
    #expect(card.exchangeCount <= 40)
  }

  @Test func theHomeSetIsPutTogether() throws {
    let registration = try #require(try read(card("china-mobile")).snapshot.registration)
    #expect(registration.homePLMNs == ["46000", "46002", "46007", "46008"])
    #expect(registration.forbiddenPLMNs == ["46001", "46011"])
  }

  @Test func numbersAndGroupIdentifiers() throws {
    let subscriber = try #require(try read(card("plain-sim")).snapshot.subscriber)
    #expect(subscriber.msisdns == ["+447700900123"])
    #expect(subscriber.gid1 == "508F")
  }

  @Test func messagesOnlyWhenAskedFor() throws {
    let card = try card("with-messages")
    #expect(try read(card).snapshot.messages == nil)
    #expect(try read(card, .full).snapshot.messages == nil)
    let messages = try #require(try read(card, ReadingPlan([.messages])).snapshot.messages)
    #expect(messages.map(\.address) == ["10086", "giffgaff"])
    #expect(messages.map(\.sentAt) == ["2026-11-20T09:30:15+08:00", "2026-09-14T18:05:00+01:00"])
    #expect(messages.first?.text == "【中国移动】您的余额为12.50元，有效期至2026-12-31。")
    #expect(messages.last?.records == [2, 3])
    #expect(messages.last?.text?.hasSuffix("Reply STOP to opt out of texts.") == true)
    var plan = ReadingPlan([.messages])
    plan.includesDeletedMessages = true
    #expect(try read(card, plan).snapshot.messages?.last?.text == "Welcome to giffgaff")
  }

  @Test func aRightPINOpensTheFiles() throws {
    let card = try card("pin-locked")
    let reader = try read(card, pin: PINEntry("1234"))
    #expect(reader.snapshot.subscriber?.imsi == "234105123456789")
    #expect(reader.problems.isEmpty)
    #expect(card.pinTriesUsed == 1)
    #expect(card.changes.map(\.name) == ["VERIFY PIN"])
  }

  @Test func aWrongPINIsSentOnceAndCounted() throws {
    let card = try card("pin-locked")
    let reader = try read(card, pin: PINEntry("9999"))
    #expect(card.pinTriesUsed == 1)
    #expect(reader.problems.map(\.code) == ["pin1.wrong"])
    #expect(reader.problems.first.map { "\($0.message)" } == "PIN1 is wrong, 2 tries left")
    #expect(reader.snapshot.subscriber?.imsi == nil)
    #expect(reader.snapshot.iccid == "8944110123456789013")
  }

  @Test func theLastTryIsOnlyTakenWhenAllowed() throws {
    let card = try card("pin-locked")
    _ = try read(card, pin: PINEntry("9999"))
    _ = try read(card, pin: PINEntry("9999"))
    let refused = try read(card, pin: PINEntry("1234"))
    #expect(refused.problems.map(\.code) == ["pin1.lastTry"])
    #expect(card.pinTriesUsed == 2)
    let allowed = try read(card, pin: PINEntry("1234", allowsLastTry: true))
    #expect(allowed.problems.isEmpty)
    #expect(allowed.snapshot.subscriber?.imsi == "234105123456789")
  }

  @Test func triesAreAskedForAgainAfterAPIN() throws {
    let card = try card("pin-locked")
    _ = try read(card, pin: PINEntry("9999"))
    card.reset()
    #expect(try read(card, pin: PINEntry("1234")).snapshot.pin?.pin1.triesLeft == 3)
  }

  @Test func messagesThatCantBeReadAreNotNone() throws {
    let snapshot = try read(card("pin-locked"), ReadingPlan([.messages])).snapshot
    #expect(snapshot.messages == nil)
    #expect(snapshot.warnings.map(\.code) == ["pin1.required"])
  }

  @Test func anEmptyFileIsMalformedNotBlank() throws {
    let card = try card("plain-sim")
    card.replaceContents(ofFile: 0x6F7E, with: [])
    #expect(try file("EF.LOCI", of: card).status != .blank)
  }

  @Test func aBlockedPINIsNotSent() throws {
    let card = try card("pin-locked")
    for _ in 0..<3 { _ = try read(card, pin: PINEntry("9999", allowsLastTry: true)) }
    let reader = try read(card, pin: PINEntry("1234", allowsLastTry: true))
    #expect(reader.problems.map(\.code) == ["pin1.blocked"])
    #expect(card.pinTriesUsed == 3)
  }

  @Test func aDisabledPINIsNotSentAndNotLocked() throws {
    let card = try card("plain-sim")
    let reader = try read(card, pin: PINEntry("1234"))
    #expect(card.pinTriesUsed == 0)
    #expect(reader.snapshot.pin?.pin1 == PINState(enabled: false, triesLeft: 3))
    #expect(reader.snapshot.warnings.isEmpty)
  }

  @Test(arguments: ["", "123", "123456789", "12a4", "١٢٣٤"])
  func whatIsNoPINIsNotSent(text: String) {
    #expect(PINEntry(text) == nil)
  }
}
