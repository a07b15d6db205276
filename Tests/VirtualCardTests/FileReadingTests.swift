import Card
import Testing
import VirtualCard

/// ETSI TS 102 221 §11.1.3, §11.1.5.
@Suite struct FileReadingTests {
  private let send: Dialogue

  init() throws { send = try Dialogue(with: "plain-sim") }

  @Test func `an offset begins in the middle`() throws {
    try send("00B08205 05", "54769810F3 9000")
    try send("00B08208 05", "6C02")
    try send("00B08209 01", "F3 9000")
    try send("00B0820A 01", "6B00")
    try send("00A4000C 02 2FE2", "9000")
    try send("00B00004 02", "3254 9000")
    try send("00B07F00 02", "6B00")
  }

  @Test func `a short identifier selects the file`() throws {
    try send("00B08201 01", "44 9000")
    try send("00B00000 01", "98 9000")
    try send("00B09F00 01", "6A82")
    try send("00B0A200 01", "6A86")
  }

  @Test func `without a current file there is nothing to read`() throws {
    try send("00B00000 01", "6986")
    try send("00B20104 01", "6986")
  }

  @Test func `the structure must fit the command`() throws {
    try send("00B09E00 01", "6981")
    try send("00B20114 01", "6981")
  }

  @Test func `records are read by number`() throws {
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00B2010C 04", "11F2FF1F 9000")
    try send("00B2020C 04", "19F1FF00 9000")
    try send("00B2030C 04", "6A83")
    try send("00B20104 03", "6C04")
    try send("00B20104 00", "6C04")
  }

  @Test func `records are read one after the other`() throws {
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00A4000C 02 6FB7", "9000")
    try send("00B20002 04", "11F2FF1F 9000")
    try send("00B20002 04", "19F1FF00 9000")
    try send("00B20002 04", "6A83")
    try send("00B20003 04", "11F2FF1F 9000")
    try send("00B20004 04", "11F2FF1F 9000")
    try send("00B20007 04", "6A86")
  }

  @Test func `PIN1 guards what is not open`() throws {
    let send = try Dialogue(with: "pin-locked")
    try send("00B08200 0A", "984411103254769810F3 9000")
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00B08700 09", "6982")
    try send("00B2010C 04", "11F2FF1F 9000")
    try send("00200001 08 31323334FFFFFFFF", "9000")
    try send("00B08700 09", "0829430115325476 98 9000")
  }

  @Test func `the MF has languages, the USIM has its own`() throws {
    try send("00B08500 02", "656E 9000")
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00B08200 02", "656E 9000")
  }

  /// What each file holds, from the layouts of 3GPP TS 31.102 §4.2.
  @Test(arguments: [
    ("6F07", "084906002143658709"), ("6FAD", "00000002"),
    ("6F46", "01 80 4E2D56FD79FB52A8 FFFFFFFFFFFFFF"), ("6F38", "800B1404000400004000100000"),
    ("6F78", "0001"), ("6F7B", "64F010 64F011 FFFFFF FFFFFF"),
    ("6FD9", "64F000 64F020 64F070 64F080"), ("6F62", "64F0004000 64F0008000 64F0000080"),
    ("6F7E", "C25B1A07 64F000 182C FF 00"),
    ("6F73", "E1339D40 5A0177 64F000 182C 05 00"),
    ("6FE3", "0BF6 64F000 4401 0C D0529B31 64F000 2F81 00"),
  ])
  func `a USIM's file is laid out as specified`(file: String, contents: String) throws {
    let send = try Dialogue(with: "china-mobile") { $0.transmissionProtocol = .t1 }
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00A4000C 02 \(file)", "9000")
    try send("00B00000 00", contents + "9000")
  }

  @Test(arguments: [
    ("6F40", "FFFFFFFFFFFFFFFFFFFFFFFFFFFF 08 91 683108108300F0 FFFFFF FF FF"),
    (
      "6F42",
      "FFFFFFFFFFFFFFFFFFFFFFFFFFFF FD FFFFFFFFFFFFFFFFFFFFFFFF 08 91 683108100005F0 FFFFFF FFFFFF"
    ),
  ])
  func `a USIM's first record is laid out as specified`(file: String, contents: String) throws {
    let send = try Dialogue(with: "china-mobile") { $0.transmissionProtocol = .t1 }
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00A4000C 02 \(file)", "9000")
    try send("00B20104 00", contents + "9000")
  }

  @Test func `a cyclic file is read from its newest record`() throws {
    let send = try Dialogue(with: "plain-sim") { $0.transmissionProtocol = .t1 }
    try send("00A4040C 07 A0000000871002", "9000")
    try send(
      "00A40004 02 6F81 00", "621A 82054621002905 83026F81 8A0105 8B036F0604 800200CD 8801A8 9000")
    let call = "00" + String(repeating: "11", count: 40)
    try send("00DC0103 29 \(call)", "9000")
    try send("00B201AC 00", "\(call) 9000")
    try send("00B202AC 00", String(repeating: "FF", count: 41) + "9000")
  }

  @Test func `a USIM that was never used says so`() throws {
    let send = try Dialogue(with: "never-used") { $0.transmissionProtocol = .t1 }
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00B08B00 00", "FFFFFFFF 32F401 0000 FF 01 9000")
    try send("00B08800 01", "07 9000")
  }
}
