import Card
import Testing
import VirtualCard

/// ETSI TS 102 221 §11.1.9 to §11.1.13.
@Suite struct PINTests {
  private let send: Dialogue

  init() throws { send = try Dialogue(with: "pin-locked") }

  @Test func `asking for the tries left costs none`() throws {
    for _ in 0..<5 { try send("00200001 00", "63C3") }
    try send("00200001", "63C3")
    try send("002C0001 00", "63CA")
    try send("00200081 00", "63C3")
    try send("00200044 00", "6A88")
    #expect(send.card.pinTriesUsed == 0)
    #expect(send.card.changes.isEmpty)
  }

  @Test func `a wrong PIN costs a try, a right one gives them back`() throws {
    try send("00200001 08 30303030FFFFFFFF", "63C2")
    try send("00200001 00", "63C2")
    try send("00200001 08 31323334FFFFFFFF", "9000")
    try send("00200001 00", "63C3")
    #expect(send.card.pinTriesUsed == 2)
    #expect(send.card.changes.map(\.name) == ["VERIFY PIN", "VERIFY PIN"])
    #expect(send.card.changes.map(\.status) == [0x63C2, 0x9000])
  }

  @Test func `three wrong PINs block it, and the unblocking key opens it`() throws {
    try send("00200001 08 30303030FFFFFFFF", "63C2")
    try send("00200001 08 30303030FFFFFFFF", "63C1")
    try send("00200001 08 30303030FFFFFFFF", "6983")
    try send("00200001 08 31323334FFFFFFFF", "6983")
    try send("00200001 00", "6983")
    try send("002C0001 10 3030303030303030 34343434FFFFFFFF", "63C9")
    try send("002C0001 10 3132333435363738 34343434FFFFFFFF", "9000")
    try send("00200001 08 34343434FFFFFFFF", "9000")
    #expect(send.card.pinTriesUsed == 6)
  }

  @Test func `a PIN is forgotten at reset, its tries are not`() throws {
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00200001 08 30303030FFFFFFFF", "63C2")
    try send("00200001 08 31323334FFFFFFFF", "9000")
    try send("00B08700 01", "08 9000")
    try send("00200001 08 30303030FFFFFFFF", "63C2")
    send.card.reset()
    try send("00200001 00", "63C2")
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00B08700 01", "6982")
  }

  @Test func `the state of a PIN is of the card, not of a channel`() throws {
    try send("00700000 01", "01 9000")
    try send("01A4040C 07 A0000000871002", "9000")
    try send("01B08700 01", "6982")
    try send("00200001 08 31323334FFFFFFFF", "9000")
    try send("01B08700 01", "08 9000")
  }

  @Test func `a PIN that is off can't be verified, but asked about`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00200001 00", "63C3")
    try send("00200001 08 31323334FFFFFFFF", "6984")
    #expect(send.card.pinTriesUsed == 0)
  }

  @Test func `a PIN can be changed, turned off and on`() throws {
    try send("00240001 10 31323334FFFFFFFF 39393939FFFFFFFF", "9000")
    try send("00260001 08 39393939FFFFFFFF", "9000")
    try send("00260001 08 39393939FFFFFFFF", "6985")
    try send("00280001 08 39393939FFFFFFFF", "9000")
    #expect(
      send.card.changes.map(\.name) == [
        "CHANGE PIN", "DISABLE PIN", "DISABLE PIN", "ENABLE PIN",
      ])
  }

  @Test func `a PIN has eight bytes`() throws {
    try send("00200001 04 31323334", "6700")
    #expect(send.card.pinTriesUsed == 0)
  }
}
