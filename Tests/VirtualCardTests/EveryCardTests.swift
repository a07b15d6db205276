import Card
import Testing
import VirtualCard

/// What Card's own transport makes of the cards.
@Suite struct EveryCardTests {
  @Test(arguments: [
    ("travel-euicc", 4), ("plain-euicc", 1), ("t0-completed", 4), ("t1-only", 4),
    ("proactive-pending", 4), ("small-chunks", 4), ("small-chunks-t1", 4),
    ("sixty-profiles", 60), ("empty-euicc", 1), ("pin-locked-euicc", 4),
  ])
  func `an eUICC tells its EID and its profiles`(name: String, count: Int) throws {
    let card = try #require(NamedCard.named(name)).make()
    let session = CardSession(over: ReadOnlyChannel(card))
    let aid: [UInt8] = [
      0xA0, 0x00, 0x00, 0x05, 0x59, 0x10, 0x10, 0xFF, 0xFF, 0xFF, 0xFF, 0x89, 0x00, 0x00, 0x01,
      0x00,
    ]
    let selected = try session.send(
      CommandAPDU(0, Instruction.select, 4, 0, data: aid, expected: .all))
    #expect(selected.status.isSuccess)
    let eid = try session.send(
      CommandAPDU(
        0x80, Instruction.storeData, 0x91, 0, data: [0xBF, 0x3E, 0x03, 0x5C, 0x01, 0x5A],
        expected: .all))
    #expect(eid.data.count == 21)
    #expect(eid.status.isSuccess)
    let list = try session.send(
      CommandAPDU(
        0x80, Instruction.storeData, 0x91, 0, data: [0xBF, 0x2D, 0x00], expected: .all))
    #expect(list.status.isSuccess)
    var reader = ByteReader(list.data)
    let profiles = try BERTLV(parsing: &reader).children().first(0xA0)?.children() ?? []
    #expect(profiles.count == count)
    #expect(reader.isAtEnd)
    #expect(card.changes.isEmpty)
    #expect(card.pinTriesUsed == 0)
  }
}
