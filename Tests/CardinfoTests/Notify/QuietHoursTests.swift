import Foundation
import Renewal
import Testing

@testable import cardinfo

/// When nothing is sent, on the person's own clock. Moments worked out by hand.
struct QuietHoursTests {
  private static func hours(_ json: String) throws -> QuietHours {
    let decoder = JSONDecoder()
    if let refusesUnknownMembers { decoder.userInfo[refusesUnknownMembers] = true }
    return try decoder.decode(QuietHours.self, from: Data(json.utf8))
  }

  private static func end(_ from: String, _ to: String, _ now: String, _ zone: String) throws
    -> String?
  {
    let hours = try hours(#"{"from": "\#(from)", "to": "\#(to)"}"#)
    let end = hours.end(
      at: try Date(now, strategy: .iso8601), in: try #require(TimeZone(identifier: zone)))
    return end?.formatted(.iso8601)
  }

  @Test(
    arguments: [
      // Through midnight: from the first minute to before the last.
      ("22:00", "08:00", "2026-11-21T21:59:59Z", "Etc/UTC", nil),
      ("22:00", "08:00", "2026-11-21T22:00:00Z", "Etc/UTC", "2026-11-22T08:00:00Z"),
      ("22:00", "08:00", "2026-11-22T00:00:00Z", "Etc/UTC", "2026-11-22T08:00:00Z"),
      ("22:00", "08:00", "2026-11-22T07:59:59Z", "Etc/UTC", "2026-11-22T08:00:00Z"),
      ("22:00", "08:00", "2026-11-22T08:00:00Z", "Etc/UTC", nil),
      // Within a day.
      ("12:30", "13:15", "2026-11-21T12:29:00Z", "Etc/UTC", nil),
      ("12:30", "13:15", "2026-11-21T12:30:00Z", "Etc/UTC", "2026-11-21T13:15:00Z"),
      ("12:30", "13:15", "2026-11-21T13:15:00Z", "Etc/UTC", nil),
      // All but one minute, and up to midnight.
      ("00:01", "00:00", "2026-11-21T00:00:30Z", "Etc/UTC", nil),
      ("00:01", "00:00", "2026-11-21T23:59:00Z", "Etc/UTC", "2026-11-22T00:00:00Z"),
      // On the person's clock: 14:30 UTC is 22:30 in Shanghai.
      ("22:00", "08:00", "2026-11-21T14:30:00Z", "Asia/Shanghai", "2026-11-22T00:00:00Z"),
      ("22:00", "08:00", "2026-11-21T13:30:00Z", "Asia/Shanghai", nil),
      // The night that is an hour shorter: 08:00 is 07:00 UTC from then on.
      ("22:00", "08:00", "2026-03-28T23:00:00Z", "Europe/London", "2026-03-29T07:00:00Z"),
      // The one that is an hour longer.
      ("22:00", "08:00", "2026-10-24T22:00:00Z", "Europe/London", "2026-10-25T08:00:00Z"),
      // An end that the clocks leave out that night is over when they go on.
      ("22:00", "01:30", "2026-03-29T00:30:00Z", "Europe/London", "2026-03-29T01:00:00Z"),
    ] as [(String, String, String, String, String?)])
  func theyEndWhenTheyShould(
    from: String, to: String, now: String, zone: String, end: String?
  ) throws {
    #expect(try Self.end(from, to, now, zone) == end)
  }

  @Test(arguments: [
    #"{"from": "22:00"}"#, #"{"from": "22:00", "to": "24:00"}"#, #"{"from": "22", "to": "08:00"}"#,
    #"{"from": "22:60", "to": "08:00"}"#, #"{"from": "9:00", "to": "08:00"}"#,
    #"{"from": "-1:00", "to": "08:00"}"#, #"{"from": "22:00:00", "to": "08:00"}"#,
    #"{"from": "08:00", "to": "08:00"}"#, #"{"from": 22, "to": 8}"#,
    #"{"from": "22:00", "to": "08:00", "zone": "UTC"}"#,
  ])
  func whatIsNoTimeIsRefused(json: String) {
    #expect(throws: DecodingError.self) { try Self.hours(json) }
  }
}
