import Card
import Testing

struct EIDTests {
  @Test func checkDigitsHoldOrNot() throws {
    // SGP.29 §3.2: 98 less the remainder of 8904…789000 by 97, which is 41.
    #expect(try #require(EID("89049032001234567890123456789057")).isChecked)
    #expect(!(try #require(EID("89049032001234567890123456789058")).isChecked))
  }

  @Test func readsSixteenBytesInReadingOrder() throws {
    var reader = reader("89049032001234567890123456789057")
    #expect(try EID(parsing: &reader).digits == "89049032001234567890123456789057")
  }

  @Test(arguments: ["890490", "8904903212345123451234567890123A"])
  func refuses(hex: String) {
    var reader = reader(hex)
    #expect(throws: ParseError.self) { try EID(parsing: &reader) }
  }

  @Test func knowsMakersByPrefix() {
    #expect(EID("89049032" + String(repeating: "0", count: 24))?.maker == "Giesecke+Devrient")
    #expect(EID("35060000" + String(repeating: "0", count: 24))?.maker == "HED")
    #expect(EID("99999999" + String(repeating: "0", count: 24))?.maker == nil)
  }
}
