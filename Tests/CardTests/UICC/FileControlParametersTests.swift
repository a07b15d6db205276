import Card
import Testing

/// FCP templates written from ETSI TS 102 221 §11.1.1.3 and §9.5.2.
struct FileControlParametersTests {
  @Test func readsNameAndPINStates() throws {
    // PS 1000 0000: the first reference (01) is enabled, the second (81) is not.
    let parameters = try FileControlParameters(
      bytes("62 1B 8202 7821 8407 A0000000871002 8A01 05 C609 900180 830101 830181"))
    #expect(parameters.applicationName == AID.usim)
    #expect(parameters.pinEnabled == [0x01: true, 0x81: false])
  }

  @Test func aDisabledPINIsNotEnabled() throws {
    let parameters = try FileControlParameters(bytes("620B C609 900140 830101 830181"))
    #expect(parameters.pinEnabled == [0x01: false, 0x81: true])
  }

  @Test(arguments: ["", "62", "6F00", "6205 C603 9001", "62 84 FFFFFFFF"])
  func refuses(hex: String) {
    #expect(throws: ParseError.self) { try FileControlParameters(bytes(hex)) }
  }

  @Test func pinStatesMayBeMissing() throws {
    #expect(try FileControlParameters(bytes("6204 82027821")).pinEnabled.isEmpty)
    #expect(try FileControlParameters(bytes("6204 C602 9000")).pinEnabled.isEmpty)
  }
}
