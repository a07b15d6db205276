import Card
import PCSC
import Testing

@Suite struct ReaderFeatureTests {
  @Test("a list of features is taken apart")
  func list() throws {
    let features = try [ReaderFeature: ControlCode](
      parsing: [UInt8](hex: "06 04 42330006  12 04 42000DCC  99 04 FFFFFFFF") ?? [])
    #expect(
      features == [
        .verifyPINDirect: ControlCode(rawValue: 0x4233_0006),
        .properties: ControlCode(rawValue: 0x4200_0DCC),
        ReaderFeature(rawValue: 0x99): ControlCode(rawValue: 0xFFFF_FFFF),
      ])
  }

  @Test("no bytes are no features")
  func empty() throws {
    #expect(try [ReaderFeature: ControlCode](parsing: []).isEmpty)
  }

  @Test(
    "lengths that lie are refused, with the place",
    arguments: [
      ("06", 1), ("0604", 2), ("0604423300", 2), ("06FF42330006", 2), ("060342330006", 1),
      ("0600", 1), ("0605423300061204", 1), ("06044233000612", 7),
    ])
  func hostile(hex: String, offset: Int) throws {
    let bytes = try #require([UInt8](hex: hex))
    let error = #expect(throws: ParseError.self) {
      try [ReaderFeature: ControlCode](parsing: bytes)
    }
    #expect(error?.offset == offset)
  }

  @Test("a control code is made of a function's number")
  func controlCode() {
    #expect(ControlCode(function: 1).rawValue == 0x4200_0001)
    #expect(ControlCode.getFeatures == ControlCode(function: 3400))
  }
}
