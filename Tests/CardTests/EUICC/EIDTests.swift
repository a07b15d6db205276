import Testing

@testable import Card

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

  // SELECT of the ECASD, GET DATA of tag 5A (SGP.02 §2.2.3).
  private func m2m(_ answer: String) throws -> EID? {
    let channel = ScriptedChannel(
      .t1,
      [
        "00A4040010 A0000005591010FFFFFFFF8900000200 00": "6F00 9000", "80CA005A00": answer,
      ])
    return try M2MEUICC.eid(CardSession(over: channel))
  }

  @Test func anM2MEUICCGivesItsEIDBareOrInADataObject() throws {
    let digits = "89049032001234567890123456789057"
    #expect(try m2m("\(digits) 9000")?.digits == digits)
    #expect(try m2m("5A10 \(digits) 9000")?.digits == digits)
    #expect(try m2m("6A88") == nil)
  }

  @Test(arguments: ["8904903200123456", "5A11 8904903200123456789012345678905700", "5A"])
  func whatIsNoEIDIsNotTakenForNone(answer: String) {
    let error = #expect(throws: ISDRError.self) { try m2m("\(answer) 9000") }
    guard case .malformed(_, bytes(answer))? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
