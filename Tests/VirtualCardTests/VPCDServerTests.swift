import Card
import Synchronization
import Testing
import VirtualCard

@Suite(.serialized) struct VPCDServerTests {
  @Test func `a card gives its ATR and answers commands`() async throws {
    let listener = try VPCDListener()
    let serving = listener.serve("plain-sim")
    listener.accept()
    try listener.sendMessage("01")
    let atr = try #require(NamedCard.named("plain-sim")).make().answerToReset
    #expect(try listener.exchange("04") == atr.hex)
    #expect(try listener.exchange("00B082000A") == "984411103254769810F39000")
    #expect(try listener.exchange("00A40004022FE2") == "6119")
    listener.close()
    try await serving.value
  }

  @Test(arguments: ["00", "01", "02"])
  func `power and reset make a card forget`(control: String) async throws {
    let listener = try VPCDListener()
    let serving = listener.serve("plain-sim")
    listener.accept()
    #expect(try listener.exchange("00A4040C07A0000000871002") == "9000")
    #expect(try listener.exchange("00B0820001") == "659000")
    try listener.sendMessage(control)
    #expect(try listener.exchange("00B0820001") == "989000")
    listener.close()
    try await serving.value
  }

  @Test func `a message may come in pieces`() async throws {
    let listener = try VPCDListener()
    let serving = listener.serve("plain-sim")
    listener.accept()
    for byte: UInt8 in [0x00, 0x05, 0x00, 0xB0, 0x82, 0x00, 0x0A] { listener.sendRaw([byte]) }
    #expect(try listener.reply() == "984411103254769810F39000")
    listener.close()
    try await serving.value
  }

  @Test func `a mute card has an empty ATR`() async throws {
    let listener = try VPCDListener()
    let serving = listener.serve("mute")
    listener.accept()
    #expect(try listener.exchange("04") == "")
    #expect(try listener.exchange("00B082000A") == "")
    listener.close()
    try await serving.value
  }

  @Test func `a removed card leaves the slot`() async throws {
    let listener = try VPCDListener()
    let serving = listener.serve("removed")
    listener.accept()
    for _ in 0..<4 { _ = try listener.exchange("00B0820001") }
    try listener.sendMessage("00B0820001")
    try await serving.value
  }

  @Test func `an empty message is not vpcd's`() async throws {
    let listener = try VPCDListener()
    let serving = listener.serve("plain-sim")
    listener.accept()
    listener.sendRaw([0x00, 0x00])
    let error = await #expect(throws: VPCDError.self) { try await serving.value }
    #expect(error?.code == .badMessage)
  }

  @Test func `a length that never comes does no harm`() async throws {
    let listener = try VPCDListener()
    let serving = listener.serve("plain-sim")
    listener.accept()
    listener.sendRaw([0xFF, 0xFF, 0x00, 0xA4])
    listener.close()
    try await serving.value
  }

  @Test func `serving can be stopped`() async throws {
    let flag = Flag()
    let listener = try VPCDListener()
    let serving = listener.serve("plain-sim") { flag.isSet }
    listener.accept()
    #expect(try listener.exchange("00B0820001") == "989000")
    flag.set()
    try await serving.value
  }

  @Test func `nobody listening is told with what to do`() throws {
    let port: UInt16
    do { port = try VPCDListener().port }
    let card = try #require(NamedCard.named("plain-sim")).make()
    let error = #expect(throws: VPCDError.self) {
      try VPCDServer(card: card, port: port).run { false }
    }
    #expect(error.map { "\($0.message)" } == "no vpcd listens on 127.0.0.1:\(port)")
    #expect(error?.hint.map { "\($0)".contains("vsmartcard-vpcd") } == true)
  }

  @Test(arguments: ["nowhere", "", "127.0.0.256"])
  func `a host that is no address is refused`(host: String) throws {
    let card = try #require(NamedCard.named("plain-sim")).make()
    let error = #expect(throws: VPCDError.self) {
      try VPCDServer(card: card, host: host).run { false }
    }
    #expect(error?.code == .badAddress)
  }
}

/// Something that one thread sets and another asks for.
private final class Flag: Sendable {
  private let value = Atomic(false)
  var isSet: Bool { value.load(ordering: .relaxed) }
  func set() { value.store(true, ordering: .relaxed) }
}
