import Card
import Testing

/// How long a message is to be tried (3GPP TS 23.040 §9.2.3.12).
struct SMSValidityPeriodTests {
  /// Reads seven bytes of the enhanced format: bits 4 and 3 of the first octet are 01.
  private func enhanced(_ hex: String) throws -> ValidityPeriod {
    var reader = reader(hex)
    return try #require(try ValidityPeriod(parsing: &reader, firstOctet: 0x09))
  }

  @Test(
    arguments: [
      // No period; one as in the relative format; seconds; hours, minutes and seconds.
      ("00 00 00 00 00 00 00", nil), ("01 A7 00 00 00 00 00", 24 * 3600),
      ("02 FF 00 00 00 00 00", 255), ("03 21 43 65 00 00 00", 12 * 3600 + 34 * 60 + 56),
      // 0 seconds are kept free, as is what is no digit, another way, an extension.
      ("02 00 00 00 00 00 00", nil), ("03 2A 43 65 00 00 00", nil),
      ("04 01 00 00 00 00 00", nil), ("81 00 A7 00 00 00 00", nil),
    ])
  func enhancedSeconds(hex: String, seconds: Int?) throws {
    let period = try enhanced(hex)
    #expect(period.seconds == seconds)
    #expect(!period.isSingleShot)
  }

  @Test func aMessageMayBeTriedOnceOnly() throws {
    #expect(try enhanced("40 00 00 00 00 00 00").isSingleShot)
    #expect(try enhanced("42 0A 00 00 00 00 00").seconds == 10)
  }

  @Test func sevenBytesAreNeeded() {
    #expect(throws: ParseError.self) { try enhanced("01 A7 00 00 00 00") }
  }

  @Test func otherFormatsHaveSecondsOrATime() {
    #expect(ValidityPeriod.relative(minutes: 5).seconds == 300)
    #expect(ValidityPeriod.absolute(nil).seconds == nil)
    #expect(!ValidityPeriod.relative(minutes: 5).isSingleShot)
  }
}
