import Card
import Testing
import VirtualCard

/// Changing functions of SGP.22 §5.7. At T=1, where answers come at once.
@Suite struct ProfileSwitchTests {
  private let send: Dialogue
  private let selectISDR = "00A4040C 10 A0000005591010FFFFFFFF8900000100"
  private let enabled = "5A0A 984405103254769810F1"
  private let hongKong = "5A0A 985802032143658709F2"
  private let orange = "5A0A 983310103254769810F7"

  init() throws {
    send = try Dialogue(with: "travel-euicc") { $0.transmissionProtocol = .t1 }
    try send(selectISDR, "9000")
  }

  @Test func `a switch with a refresh waits for it`() throws {
    try send("80E29100 14 BF3111 A00C \(hongKong) 8101FF 00", "BF3103 800100 910B")
    // Nobody is served until the terminal has refreshed.
    try send("80E29100 03 BF2D00 00", "6985")
    try send("80120000 0B", "D009 8103010104 82028182 910B")
    try send("80140000 0C 8103010104 82028281 830100", "9000")
    try send("80E29100 08 BF2D055C035A9F70 00", states(enabled: hongKong))
    try send("00A4000C 02 3F00", "9000")
    try send("00B08200 0A", "985802032143658709F2 9000")
    #expect(
      send.card.changes.map(\.name) == [
        "ES10c.EnableProfile", "FETCH", "TERMINAL RESPONSE",
      ])
  }

  @Test func `a reset is a refresh too`() throws {
    try send("80E29100 14 BF3111 A00C \(hongKong) 8101FF 00", "BF3103 800100 910B")
    send.card.reset()
    try send("00B08200 0A", "985802032143658709F2 9000")
    try send(selectISDR, "9000")
    try send("80E29100 08 BF2D055C035A9F70 00", states(enabled: hongKong))
  }

  @Test func `a switch without a refresh is there at once`() throws {
    try send("80E29100 14 BF3111 A00C \(hongKong) 810100 00", "BF3103 800100 9000")
    try send("80E29100 08 BF2D055C035A9F70 00", states(enabled: hongKong))
    try send("00A4000C 02 3F00", "9000")
    try send("00B08200 0A", "985802032143658709F2 9000")
  }

  @Test func `a profile can be named by its AID`() throws {
    try send(
      "80E29100 1A BF3117 A012 4F10 A0000005591010FFFFFFFF8900001100 810100 00",
      "BF3103 800100 9000")
  }

  @Test func `without an enabled profile there is no SIM`() throws {
    try send("80E29100 14 BF3211 A00C \(enabled) 810100 00", "BF3203 800100 9000")
    try send("00A4000C 02 3F00", "9000")
    try send("00B08200 0A", "6A82")
    try send("00A4000C 02 2FE2", "6A82")
    try send("00A4040C 07 A0000000871002", "6A82")
  }

  @Test func `states and rules are kept`() throws {
    try send("80E29100 14 BF3111 A00C \(enabled) 8101FF 00", "BF3103 800102 9000")
    try send("80E29100 14 BF3211 A00C \(hongKong) 8101FF 00", "BF3203 800102 9000")
    try send("80E29100 0F BF330C \(enabled) 00", "BF3303 800102 9000")
    try send("80E29100 0F BF330C \(orange) 00", "BF3303 800103 9000")
    try send("80E29100 14 BF3111 A00C 5A0A98000000000000000000 8101FF 00", "BF3103 800101 9000")
    try send("80E29100 0F BF330C 5A0A98000000000000000000 00", "BF3303 800101 9000")
    #expect(send.card.changes.count == 6)
  }

  @Test func `a deleted profile is gone, and somebody is to be told`() throws {
    try send("80E29100 0F BF330C \(hongKong) 00", "BF3303 800100 9000")
    try send("80E29100 14 BF2D11 A00C \(hongKong) 5C015A 00", "BF2D02 A000 9000")
    try send(
      "80E29100 07 BF2804 81020410 00",
      """
      BF284E A04C
      BF2F23 80012B 81020410 0C0E 7273702E6578616D706C652E686B 5A0A 985802039999999999F9
      BF2F23 80012C 81020410 0C0E 7273702E6578616D706C652E686B 5A0A 985802032143658709F2
      9000
      """)
  }

  @Test func `a nickname can be set and taken away`() throws {
    try send("80E29100 14 BF2911 \(hongKong) 9003 746F75 00", "BF2903 800100 9000")
    try send("80E29100 14 BF2D11 A00C \(hongKong) 5C0190 00", "BF2D09 A007 E305 9003746F75 9000")
    try send("80E29100 11 BF290E \(hongKong) 9000 00", "BF2903 800100 9000")
    try send("80E29100 14 BF2D11 A00C \(hongKong) 5C0190 00", "BF2D04 A002 E300 9000")
    try send("80E29100 11 BF290E 5A0A98000000000000000000 9000 00", "BF2903 800101 9000")
  }

  @Test func `a notification can be removed once`() throws {
    try send("80E29100 06 BF3003 800129 00", "BF3003 800100 9000")
    try send("80E29100 06 BF3003 800129 00", "BF3003 800101 9000")
  }

  @Test func `the default address can be set`() throws {
    try send("80E29100 08 BF3F05 8003 612E62 00", "BF3F03 800100 9000")
    try send(
      "80E29100 03 BF3C00 00", "BF3C16 8003612E62 810F 6C70612E64732E67736D612E636F6D 9000")
  }

  @Test func `a memory reset deletes what it is told to`() throws {
    try send("80E29100 07 BF3404 82020640 00", "BF3403 800100 9000")
    try send("80E29100 07 BF3404 82020640 00", "BF3403 800101 9000")
    try send("80E29100 07 BF3404 82020580 00", "BF3403 800100 910B")
    send.card.reset()
    try send(selectISDR, "9000")
    try send("80E29100 03 BF2D00 00", "BF2D02 A000 9000")
  }

  @Test func `some eUICCs refuse a refresh`() throws {
    send.card.behaviour.refusesRefresh = true
    try send("80E29100 14 BF3111 A00C \(hongKong) 8101FF 00", "BF3103 80017F 9000")
    try send("80E29100 14 BF3111 A00C \(hongKong) 810100 00", "BF3103 800100 9000")
  }

  private func states(enabled: String) -> String {
    let test = "5A0A 980001214365870921F0"
    let rows = [self.enabled, hongKong, orange, test].map {
      "E310 \($0) 9F7001" + ($0 == enabled ? "01" : "00")
    }
    return "BF2D4A A048" + rows.joined() + "9000"
  }
}
