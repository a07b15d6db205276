import Card
import Testing

struct PLMNTests {
  // 3GPP TS 24.008 §10.5.1.13.
  @Test(arguments: [("64F000", "46000"), ("130062", "310260"), ("32F451", "23415")])
  func reads(hex: String, digits: String) throws {
    var reader = reader(hex)
    #expect(try PLMN(parsing: &reader).digits == digits)
  }

  @Test(arguments: ["FFFFFF", "64F0", "6AF000"])
  func refuses(hex: String) {
    var reader = reader(hex)
    #expect(throws: ParseError.self) { try PLMN(parsing: &reader) }
  }
}
