import Card
import Testing
import VirtualCard

/// ETSI TS 102 221 §11.1.17, §10.1.1.
@Suite struct ChannelTests {
  @Test func `each channel has a selection of its own`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00700000 01", "01 9000")
    try send("00700000 01", "02 9000")
    try send("01A4040C 07 A0000000871002", "9000")
    try send("01B08700 01", "08 9000")
    try send("02B08700 01", "6A82")
    try send("00B08200 01", "98 9000")
  }

  @Test func `channels run out, and come back`() throws {
    let send = try Dialogue(with: "plain-sim")
    for number in 1...3 { try send("00700000 01", "0\(number) 9000") }
    try send("00700000 01", "6A81")
    try send("00708002 00", "9000")
    try send("02B08200 01", "6881")
    try send("00708002 00", "6881")
    try send("00700000 01", "02 9000")
  }

  @Test func `a wrong Le opens no channel`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00700000 00", "6C01")
    try send("00700000 01", "01 9000")
  }

  @Test func `channels above three have another class`() throws {
    let send = try Dialogue(with: "plain-sim") { $0.supplementaryChannels = 5 }
    for number in 1...5 { try send("00700000 01", "0\(number) 9000") }
    try send("40A4040C 07 A0000000871002", "9000")
    try send("40B08700 01", "08 9000")
    try send("41B08200 01", "98 9000")
    try send("42B08200 01", "6881")
  }

  @Test func `the basic channel can't be closed`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00708000 00", "6A86")
  }

  @Test func `an answer is fetched on its own channel`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00700000 01", "01 9000")
    try send("01A40004 02 2FE2", "6119")
    try send("00C00000 19", "6985")
    try send("01A40004 02 2FE2", "6119")
    try send("01C00000 02", "6217 6117")
  }

  @Test(arguments: [("channels-refused", "6881"), ("channels-unknown", "6D00")])
  func `a card may have no channels`(name: String, status: String) throws {
    let send = try Dialogue(with: name)
    try send("00700000 01", status)
    try send("01B08200 01", "6881")
  }

  @Test(arguments: [
    ("04B08200 01", "6882"), ("60B08200 01", "6882"), ("10B08200 01", "6E00"),
    ("FFB08200 01", "6E00"), ("20B08200 01", "6E00"), ("90B08200 01", "6E00"),
  ])
  func `secure messaging and strange classes are refused`(command: String, status: String) throws {
    let send = try Dialogue(with: "plain-sim")
    try send(command, status)
  }
}
