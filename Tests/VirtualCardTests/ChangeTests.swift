import Card
import Testing
import VirtualCard

/// A card knows how to be changed, so that a test can tell that it was not.
@Suite struct ChangeTests {
  @Test func `a file can be changed by whom its access rule names`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00D68D03 03 62F220", "9000")
    try send("00B08D00 06", "32F451 62F220 9000")
    try send("00D68700 09 082943010000000000", "6982")
    try send("0020000A 08 3535353535353535", "9000")
    try send("00D68700 09 082943010000000000", "9000")
    try send("00B08700 09", "082943010000000000 9000")
    #expect(
      send.card.changes.map(\.name) == [
        "UPDATE BINARY", "UPDATE BINARY", "VERIFY PIN", "UPDATE BINARY",
      ])
    #expect(send.card.changes.map(\.status) == [0x9000, 0x6982, 0x9000, 0x9000])
    #expect(send.card.changes.first?.header == [0x00, 0xD6, 0x8D, 0x03])
  }

  @Test func `a change outlives a reset`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00D68500 02 6465", "9000")
    send.card.reset()
    try send("00B08500 02", "6465 9000")
  }

  @Test func `two cards of one name are two cards`() throws {
    let first = try Dialogue(with: "plain-sim")
    let second = try Dialogue(with: "plain-sim")
    try first("00D68500 02 6465", "9000")
    try second("00B08500 02", "656E 9000")
  }

  @Test func `a record is replaced whole`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00A4080C 04 7F106F43", "9000")
    try send("00A4080C 04 7F106F40", "9000")
    try send("00DC0204 02 FFFF", "6700")
    let record = String(repeating: "00", count: 28)
    try send("00DC0204 1C \(record)", "9000")
    try send("00B20204 1C", "\(record) 9000")
    try send("00DC0304 1C \(record)", "6A83")
  }

  @Test func `a deactivated file can be selected, not read`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00A4000C 02 2FE2", "9000")
    try send("00040000 00", "6982")
    try send("0020000A 08 3535353535353535", "9000")
    try send("00040000 00", "9000")
    try send("00B08200 0A", "6985")
    try send("00A40004 02 2FE2", "6119")
    try send("00C00000 19", "6217 82024121 83022FE2 8A0104 8B032F0601 8002000A 880110 6283")
    try send("A0A40000 02 2FE2", "9F0F")
    try send("A0C00000 0F", "0000 000A 2FE2 04 00 04F044 00 02 00 00 9000")
    try send("A0B00000 0A", "9810")
    try send("00440000 00", "9000")
    try send("00B08200 01", "98 9000")
  }

  @Test(arguments: [
    ("0088008110 00112233445566778899AABBCCDDEEFF", "AUTHENTICATE"), ("80C2000001 D1", "ENVELOPE"),
    ("8010000001 FF", "TERMINAL PROFILE"), ("0004000000", "DEACTIVATE FILE"),
    ("0044000000", "ACTIVATE FILE"), ("00E00000026200", "CREATE FILE"),
    ("00E40000022FE2", "DELETE FILE"), ("80320004 03 000001", "INCREASE"),
  ])
  func `other changing commands are noted too`(command: String, name: String) throws {
    let send = try Dialogue(with: "plain-sim")
    try send(command)
    #expect(send.card.changes.map(\.name) == [name])
  }

  @Test func `exchanges are counted and their headers kept`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00A4000C 02 2FE2", "9000")
    try send("00B00000 0A")
    #expect(send.card.exchangeCount == 2)
    #expect(send.card.log.map(\.hex) == ["00A4000C02", "00B000000A"])
  }
}
