import Card
import Testing

struct ICCIDTests {
  @Test(arguments: [
    // ETSI TS 102 221 §13.2; 20, 19 and 18 digits, and letters as Chinese issuers use them.
    ("98681011325476981032", "89860111234567890123"),
    ("986810113254769810F2", "8986011123456789012"),
    ("986810113254769810FF", "898601112345678901"),
    ("986800B5325476981032", "8986005B234567890123"),
  ]) func stripsEveryFiller(hex: String, digits: String) throws {
    var reader = reader(hex)
    #expect(try ICCID(parsing: &reader).digits == digits)
  }

  @Test func refusesBlankAndShort() {
    var blank = reader("FFFFFFFFFFFFFFFFFFFF")
    #expect(throws: ParseError.self) { try ICCID(parsing: &blank) }
    var short = reader("986810")
    #expect(throws: ParseError(.truncated(needed: 10, left: 3), at: 0)) {
      try ICCID(parsing: &short)
    }
  }

  @Test(arguments: [
    // Luhn's algorithm by ITU-T E.118 gives 1 after 8944 5000 1020 3040 50.
    ("8944500010203040501", ICCID.CheckDigit.holds),
    ("8944500010203040502", .differs),
    ("898601112345678901", .notApplicable),
    ("8986005B234567890123", .notApplicable),
  ]) func checkDigit(text: String, expected: ICCID.CheckDigit) throws {
    #expect(try #require(ICCID(text)).checkDigit == expected)
  }

  @Test func readsWhatIsPrinted() {
    #expect(ICCID("8986 0111 2345 6789 0123")?.digits == "89860111234567890123")
    #expect(ICCID("8986") == nil)
    #expect(ICCID("89860111234567890xyz") == nil)
  }

  @Test(arguments: [
    // A filler, a letter behind 17 digits, zeros.
    "8944110123456789013F", "89441101234567890A", "00000000000000000000",
  ]) func refusesWhatNoCardHas(text: String) {
    #expect(ICCID(text) == nil)
  }

  @Test(arguments: ["898600D2A123456789F1", "898600B5112233445566", "89860111234567890A1"])
  func lettersOfAnIssuerAreDigits(text: String) {
    #expect(ICCID(text)?.digits == text)
  }

  @Test func zerosNameNothing() {
    var zeros = reader("00000000000000000000")
    #expect(throws: ParseError.self) { try ICCID(parsing: &zeros) }
  }
}
