import Card
import Testing

struct LogicalChannelTests {
  // ETSI TS 102 221 tables 10.3 and 10.4a.
  @Test(
    arguments: [
      (0, 0x00, 0x00), (1, 0x00, 0x01), (3, 0x80, 0x83), (4, 0x00, 0x40), (19, 0x00, 0x4F),
      (4, 0x80, 0xC0), (19, 0x80, 0xCF),
    ] as [(UInt8, UInt8, UInt8)])
  func goesIntoTheClassByte(number: UInt8, cla: UInt8, expected: UInt8) throws {
    let channel = try #require(LogicalChannel(number))
    #expect(channel.apply(to: cla) == expected)
    #expect(LogicalChannel(cla: expected) == channel)
  }

  @Test func thereAreTwenty() {
    #expect(LogicalChannel(20) == nil)
    #expect(LogicalChannel(255) == nil)
  }
}
