import Card
import Testing

/// 3GPP TS 23.040 §9.2.3.11: two digits each, the first in the low nibble; the zone in quarters of
/// an hour with its sign in bit 3.
struct SMSTimeStampTests {
  @Test(
    arguments: [
      ("42101321030040", "2024-01-31T12:30:00+01:00", 1_706_700_600),
      ("42101311030000", "2024-01-31T11:30:00+00:00", 1_706_700_600),
      ("80209232959500", "2008-02-29T23:59:59+00:00", 1_204_329_599),
      ("00209200000000", "2000-02-29T00:00:00+00:00", 951_782_400),
      ("99211332959500", "1999-12-31T23:59:59+00:00", 946_684_799),
      ("09101000000000", "1990-01-01T00:00:00+00:00", 631_152_000),
      ("98211332959500", "2089-12-31T23:59:59+00:00", 3_786_911_999),
      // Nepal, India, Newfoundland, California, Kiribati, and the ends of the coding.
      ("52303090000032", "2025-03-03T09:00:00+05:45", 1_740_971_700),
      ("52303090000022", "2025-03-03T09:00:00+05:30", 1_740_972_600),
      ("52303090000049", "2025-03-03T09:00:00-03:30", 1_741_005_000),
      ("5230309000002B", "2025-03-03T09:00:00-08:00", 1_741_021_200),
      ("52303090000065", "2025-03-03T09:00:00+14:00", 1_740_942_000),
      ("52303090000097", "2025-03-03T09:00:00+19:45", 1_740_921_300),
      ("5230309000009F", "2025-03-03T09:00:00-19:45", 1_741_063_500),
    ])
  func reads(hex: String, text: String, seconds: Int) throws {
    let stamp = try #require(ServiceCentreTimeStamp(bytes(hex)))
    #expect(stamp.rfc3339 == text)
    #expect(stamp.secondsSince1970 == seconds)
  }

  @Test func hasTheFields() throws {
    let stamp = try #require(ServiceCentreTimeStamp(bytes("42101321030549")))
    #expect([stamp.year, stamp.month, stamp.day] == [2024, 1, 31])
    #expect([stamp.hour, stamp.minute, stamp.second, stamp.quarterHours] == [12, 30, 50, -14])
  }

  @Test(
    arguments: [
      "FFFFFFFFFFFFFF", "00000000000000", "42001321030040", "42311321030040", "42100021030040",
      "42102321030040", "42101342030040", "42101321060040", "42101321030640", "4A101321030040",
      "A4101321030040", "421013210300A0", "90209200000000", "42401321030040", "421013210300",
      "4210132103004000", "",
    ])
  func refuses(hex: String) {
    #expect(ServiceCentreTimeStamp(bytes(hex)) == nil)
  }

  @Test func comparesByTheInstant() throws {
    let stamps = try ["42101321030040", "42101311030000", "4210131103008A", "42101311030010"]
      .map { try #require(ServiceCentreTimeStamp(bytes($0))) }
    #expect(stamps.sorted().map(\.rfc3339).first == "2024-01-31T11:30:00+00:15")
    #expect(stamps.max()?.rfc3339 == "2024-01-31T11:30:00-07:00")
    #expect(Set(stamps).count == 3)
  }
}
