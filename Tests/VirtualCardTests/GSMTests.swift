import Card
import Testing
import VirtualCard

/// 3GPP TS 51.011 §9.
@Suite struct GSMTests {
  private let send: Dialogue

  init() throws { send = try Dialogue(with: "gsm-2g") }

  @Test func `a 2G card knows its class only`() throws {
    try send("00A40004 02 3F00", "6E00")
    try send("80F20000 00", "6E00")
    try send("A0A40000 02 3F00", "9F17")
  }

  @Test func `a directory's answer tells the state of the CHVs`() throws {
    try send("A0A40000 02 7F20", "9F17")
    try send("A0C00000 17", "0000 1000 7F20 02 0000000000 0A 93 00 0A 04 00 83 8A 83 8A 00 9000")
  }

  @Test func `with CHV1 on, the bit for "off" is clear`() throws {
    let send = try Dialogue(with: "pin-locked")
    try send("A0A40000 02 3F00", "9F17")
    try send("A0C00000 0E", "0000 1000 3F00 01 0000000000 0A 13 9000")
  }

  @Test func `a file's answer tells size, access and structure`() throws {
    try send("A0A40000 02 2FE2", "9F0F")
    try send("A0C00000 0F", "0000 000A 2FE2 04 00 04F044 01 02 00 00 9000")
    try send("A0A40000 02 7F10", "9F17")
    try send("A0A40000 02 6F3C", "9F0F")
    try send("A0C00000 0F", "0000 06E0 6F3C 04 00 11F044 01 02 01 B0 9000")
  }

  @Test func `a file is read with the length it has`() throws {
    try send("A0B00000 0A", "9400")
    try send("A0A40000 02 2FE2", "9F0F")
    try send("A0B00000 00", "670A")
    try send("A0B00000 0A", "984411000000214365F4 9000")
    try send("A0B00009 02", "6701")
    try send("A0B0000A 01", "9402")
    try send("A0B20104 0A", "9408")
    try send("A0A40000 02 6F07", "9404")
    try send("A0A40000 02 7F20", "9F17")
    try send("A0A40000 02 6F07", "9F0F")
    try send("A0B00000 09", "082943010000214365 9000")
  }

  @Test func `records are read by number, the next, the one before`() throws {
    try send("A0A40000 02 7F10", "9F17")
    try send("A0A40000 02 6F40", "9F0F")
    try send("A0B20104 00", "671C")
    let first = "FFFFFFFFFFFFFFFFFFFFFFFFFFFF 07 91 447700094 065 FFFFFFFF FFFF 9000"
    try send("A0B20104 1C", first)
    try send("A0B20002 1C", first)
    #expect(try send("A0B200021C").hasSuffix("FFFF9000"))
    try send("A0B20002 1C", "9402")
    try send("A0B20003 1C", first)
  }

  @Test func `GET RESPONSE has nothing to say by itself`() throws {
    try send("A0C00000 0F", "6F00")
  }

  @Test func `CHV1 guards what is not open`() throws {
    let send = try Dialogue(with: "pin-locked")
    try send("A0A40000 02 7F20", "9F17")
    try send("A0A40000 02 6FAD", "9F0F")
    try send("A0B00000 04", "00000002 9000")
    try send("A0A40000 02 6F07", "9F0F")
    try send("A0B00000 09", "9804")
    try send("A0200001 08 31323334FFFFFFFF", "9000")
    try send("A0B00000 09", "082943011532547698 9000")
  }

  @Test func `an empty VERIFY CHV is a try`() throws {
    let send = try Dialogue(with: "pin-locked")
    try send("A0200001 00", "9804")
    try send("A0200001 00", "9804")
    try send("A0200001 00", "9840")
    #expect(send.card.pinTriesUsed == 3)
    #expect(send.card.changes.count == 3)
  }

  @Test func `STATUS answers for the current directory`() throws {
    try send("A0F20000 17", "0000 1000 3F00 01 0000000000 0A 93 02 01 04 00 83 8A 83 8A 00 9000")
    try send("A0F20000 18", "6717")
  }

  @Test func `a USIM card has the 2G class beside its own, unless it has not`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("A0A40000 02 7F20", "9F17")
    try send("A0A40000 02 6F46", "9F0F")
    try send("A0B00000 05", "0167696666 9000")
    let modern = try Dialogue(with: "no-class-a0")
    try modern("A0A40000 02 3F00", "6E00")
    let blocks = try Dialogue(with: "t1-only")
    try blocks("A0A40000 02 3F00", "6E00")
  }

  @Test func `both classes see one file`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("A0A40000 02 7F20", "9F17")
    try send("A0A40000 02 6F7B", "9F0F")
    try send("A0D60000 03 62F210", "9000")
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00B08D00 03", "62F210 9000")
    #expect(send.card.changes.map(\.name) == ["UPDATE BINARY"])
  }
}
