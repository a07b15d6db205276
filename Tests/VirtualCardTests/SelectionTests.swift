import Card
import Testing
import VirtualCard

/// ETSI TS 102 221 §8.4, §8.5, §11.1.1. At T=1, where answers come at once.
@Suite struct SelectionTests {
  private let send: Dialogue

  init() throws { send = try Dialogue(with: "china-mobile") { $0.transmissionProtocol = .t1 } }

  @Test func `the MF's parameters tell its kind and its PINs`() throws {
    try send(
      "00A40004 02 3F00 00",
      "6220 82027821 83023F00 A503800171 8A0105 8B032F0601 C609 900140 830101 830181 9000")
  }

  @Test func `the PIN status says when PIN1 is on`() throws {
    let send = try Dialogue(with: "pin-locked") { $0.transmissionProtocol = .t1 }
    try send(
      "00A40004 02 3F00 00",
      "6220 82027821 83023F00 A503800171 8A0105 8B032F0601 C609 9001C0 830101 830181 9000")
  }

  @Test func `an application's parameters hold its whole AID`() throws {
    try send(
      "00A40404 07 A0000000871002 00",
      """
      6232 82027821 83027FFF 8410 A0000000871002FF49FF058900000100 A503800171 8A0105 8B036F0601
      C609 900140 830101 830181 9000
      """)
  }

  @Test func `a file's parameters tell its structure, size and short identifier`() throws {
    try send("00A4040C 07 A0000000871002", "9000")
    try send(
      "00A40004 02 6F07 00", "6217 82024121 83026F07 8A0105 8B036F0603 80020009 880138 9000")
    // Without a short identifier the data object is empty.
    try send(
      "00A40004 02 6F3C 00", "6219 8205422100B00A 83026F3C 8A0105 8B036F0604 800206E0 8800 9000")
  }

  @Test func `an AID may be cut short, and wrong ones are not found`() throws {
    try send("00A4040C 05 A000000087", "9000")
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00A4040C 07 A0000000871003", "6A82")
    try send("00A4040C 04 A0000000", "6A82")
    try send("00A4040C 11 A0000000871002FF49FF05890000010000", "6A82")
  }

  @Test func `a cut AID has occurrences`() throws {
    try send("00A4040C 05 A000000087", "9000")
    try send("80F20001 00", "8410 A0000000871002FF49FF058900000100 9000")
    try send("00A4040E 05 A000000087", "9000")
    try send("80F20001 00", "8410 A0000000871004FF49FF058900000100 9000")
    try send("00A4040E 05 A000000087", "6A82")
    try send("00A4040F 05 A000000087", "9000")
    try send("80F20001 00", "8410 A0000000871002FF49FF058900000100 9000")
    try send("00A4040D 05 A000000087", "9000")
    try send("80F20001 00", "8410 A0000000871004FF49FF058900000100 9000")
  }

  @Test func `a file identifier reaches as far as the current directory`() throws {
    try send("00A4000C 02 6F07", "6A82")
    try send("00A4000C 02 7F10", "9000")
    try send("00A4000C 02 6F3C", "9000")
    // A directory beside this one, then up to the MF's own files.
    try send("00A4000C 02 7F20", "9000")
    try send("00A4000C 02 2FE2", "6A82")
    try send("00A4000C 02 3F00", "9000")
    try send("00A4000C 02 2FE2", "9000")
  }

  @Test func `7FFF is the application of this channel`() throws {
    try send("00A4000C 02 7FFF", "6A82")
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00A4000C 02 3F00", "9000")
    try send("00A4000C 02 7FFF", "9000")
    try send("00A4000C 02 6F07", "9000")
  }

  @Test func `a path starts at the MF or here`() throws {
    try send("00A4080C 04 7F106F3C", "9000")
    try send("00A4080C 02 2FE2", "9000")
    try send("00A4080C 04 7F102FE2", "6A82")
    try send("00A4080C 04 3F002FE2", "6A82")
    try send("00A4080C 03 7F106F", "6A82")
    try send("00A4040C 07 A0000000871002", "9000")
    try send("00A4080C 04 7FFF6F07", "9000")
    try send("00A4090C 02 6FAD", "9000")
  }

  @Test func `the parent can be selected, but for the MF`() throws {
    try send("00A4000C 02 7F10", "9000")
    try send("00A4030C", "9000")
    try send("00A4000C 02 2FE2", "9000")
    try send("00A4030C", "6A82")
  }

  @Test func `a failed SELECT leaves the selection as it was`() throws {
    try send("00A4000C 02 2FE2", "9000")
    try send("00A4000C 02 6FFF", "6A82")
    try send("00B00000 02", "9868 9000")
  }

  @Test(arguments: ["00A40104", "00A40014", "00A40005", "00A4FF04"])
  func `other parameters are refused`(header: String) throws {
    try send(header + "023F0000", "6A86")
  }

  @Test func `EF.DIR lists the applications`() throws {
    try send(
      "00B201F4 00",
      """
      6118 4F10 A0000000871002FF49FF058900000100 5004 5553494D FFFFFFFFFFFFFFFFFFFFFFFF 9000
      """)
    try send(
      "00B202F4 00",
      """
      6118 4F10 A0000000871004FF49FF058900000100 5004 4953494D FFFFFFFFFFFFFFFFFFFFFFFF 9000
      """)
    try send("00B203F4 00", "6A83")
  }
}
