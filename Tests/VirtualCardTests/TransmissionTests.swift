import Card
import Testing
import VirtualCard

/// ISO/IEC 7816-3 §12, ETSI TS 102 221 §7.3.
@Suite struct TransmissionTests {
  @Test func `at T=0 an answer to data waits for GET RESPONSE`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00A40004 02 2FE2", "6119")
    try send("00C00000 19", "6217 82024121 83022FE2 8A0105 8B032F0601 8002000A 880110 9000")
  }

  @Test func `GET RESPONSE is only for directly after`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00A40004 02 2FE2", "6119")
    try send("00B00000 01", "98 9000")
    try send("00C00000 19", "6985")
  }

  @Test func `at T=0 GET RESPONSE can take an answer in parts`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00A40004 02 2FE2", "6119")
    try send("00C00000 08", "6217820241218302 6111")
    try send("00C00000 12", "6C11")
    try send("00C00000 11", "2FE2 8A0105 8B032F0601 8002000A 880110 9000")
  }

  @Test func `at T=0 a wrong Le is answered with the right one`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00B08200 00", "6C0A")
    try send("00B08200 0A", "984411103254769810F3 9000")
  }

  @Test func `at T=0 a command says in P3 how much data it has`() throws {
    let send = try Dialogue(with: "plain-sim")
    try send("00A40004 02 2F", "6700")
    try send("00A40004 02", "6700")
  }

  @Test func `at T=1 an answer comes at once`() throws {
    let send = try Dialogue(with: "plain-sim") { $0.transmissionProtocol = .t1 }
    try send("00B08200 00", "984411103254769810F3 9000")
    try send(
      "00A40004 02 2FE2 00", "6217 82024121 83022FE2 8A0105 8B032F0601 8002000A 880110 9000")
    try send("00A40004 02 2FE2", "9000")
    try send("00A40004 02 2FE2 05", "6217820241 6114")
    try send("00C00000 00", "21 83022FE2 8A0105 8B032F0601 8002000A 880110 9000")
  }

  @Test func `at T=1 extended lengths work`() throws {
    let send = try Dialogue(with: "plain-sim") { $0.transmissionProtocol = .t1 }
    try send("00B08200 000000", "984411103254769810F3 9000")
    try send("00A4000C 000002 2FE2", "9000")
    try send(
      "00A40004 000002 2FE2 0000",
      "6217 82024121 83022FE2 8A0105 8B032F0601 8002000A 880110 9000")
  }

  @Test(arguments: ["00", "00A4", "00A40004 02 2F", "00A40004 03 2FE2", "00A40004 02 2FE2 00 00"])
  func `at T=1 lengths that don't fit are refused`(command: String) throws {
    let send = try Dialogue(with: "t1-only")
    try send(command, "6700")
  }

  @Test func `a completing reader hides 61xx and 6Cxx`() throws {
    let send = try Dialogue(with: "plain-sim") { $0.readerCompletesAnswers = true }
    try send(
      "00A40004 02 2FE2 00", "6217 82024121 83022FE2 8A0105 8B032F0601 8002000A 880110 9000")
    try send("00B08200 00", "984411103254769810F3 9000")
  }

  @Test func `small chunks have to be fetched one by one`() throws {
    let send = try Dialogue(with: "plain-sim") { $0.chunkSize = 16 }
    try send("00A40004 02 2FE2", "6110")
    try send("00C00000 19", "6C10")
    try send("00C00000 10", "6217 82024121 83022FE2 8A0105 8B032F 6109")
    try send("00C00000 09", "0601 8002000A 880110 9000")
  }

  @Test func `a pending proactive command stands in place of 9000`() throws {
    let send = try Dialogue(with: "plain-sim") { $0.pendingProactiveCommand = 0x0F }
    try send("00B08200 0A", "984411103254769810F3 910F")
    try send("00A40004 02 2FE2", "6119")
    try send("00C00000 19", "6217 82024121 83022FE2 8A0105 8B032F0601 8002000A 880110 910F")
    try send("00A4000C 02 2FE2", "910F")
    try send("00A4000C 02 6FFF", "6A82")
    #expect(send.card.changes.isEmpty)
    try send("80120000 0F", "D00D 8103012180 82028102 8D02042E 910F")
    try send("80140000 0C 810301218082028281030100", "9000")
    #expect(send.card.changes.map(\.name) == ["FETCH", "TERMINAL RESPONSE"])
  }
}
