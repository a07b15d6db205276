import CardState
import Renewal
import Testing

@testable import cardinfo

/// Texts that a person wrote for a service, with places for what is told.
struct PlacedTextTests {
  private static let placed = PlacedText(values: [
    "title": .string("home: renew it"), "count": .integer(2), "open": .string("{title}"),
    "urgent": .boolean(true), "nothing": .null,
  ])

  @Test(
    arguments: [
      ("", ""), ("{title}!", "home: renew it!"), ("{count}/{count}", "2/2"),
      ("{urgent}{nothing}", "true"),
      // What a place gets is not looked through again.
      ("{open}", "{title}"),
      // Braces that are no place stay.
      ("{", "{"), ("}", "}"), ("{}", "{}"), ("{ title }", "{ title }"),
      ("{{title}", "{home: renew it"),
      ("{title", "{title"), ("{ti-tle}", "{ti-tle}"), (#"{"a": 1}"#, #"{"a": 1}"#),
    ] as [(String, String)])
  func placesAreFilledOnce(text: String, filled: String) {
    #expect(Self.placed.filled(text) == filled)
  }

  @Test func aTextWithAPlaceForNothingIsNone() {
    #expect(Self.placed.filled("a {token} b") == nil)
  }

  @Test func aPlaceAloneKeepsItsKindAndAMemberWithoutAValueGoes() {
    let filled = Self.placed.filled(
      .object([
        "n": .string("{count}"), "text": .string("{count} due"), "token": .string("{token}"),
        "list": .array([.string("{title}"), .string("{token}"), .integer(7)]),
      ]))
    #expect(
      filled
        == .object([
          "n": .integer(2), "text": .string("2 due"),
          "list": .array([.string("home: renew it"), .integer(7)]),
        ]))
  }

  @Test(
    arguments: [
      ("abc-._~09AZ", "abc-._~09AZ"), ("a b/c?d&e=f#g", "a%20b%2Fc%3Fd%26e%3Df%23g"),
      ("家%", "%E5%AE%B6%25"), ("\u{0}\n", "%00%0A"),
    ] as [(String, String)])
  func anAddressTakesNothingForItsOwn(text: String, written: String) {
    #expect(PlacedText.inAddress(text) == written)
  }

  /// A number in a nickname, however it is bracketed, is in no text that is sent.
  @Test(arguments: [
    "mum (0044) 7700 900123", "mum (07700) (900123)", "[07700] 900-123 mum", "妈妈（0770）0900（123）",
    "mum {07700} 900123", "+44 (0) 7700/900.123", "「07700」900123",
  ])
  func aNumberInBracketsIsMasked(name: String) throws {
    var line = Line(id: "a", name: name)
    line.numbers = ["+447700900123"]
    let day = try #require(CalendarDay("2026-11-28"))
    let duty = OpenDuty(
      subject: "a", line: line, matter: .duty(.renew), clock: nil, deadline: day, actBy: day,
      daysLeft: 3, isPressing: false)
    let message = NoticeMessage(
      announcements: [Announcement(duty: duty, threshold: 3, id: "x")])
    let placed = PlacedText(values: [
      "title": .string(message.title), "text": .string(message.text),
    ])
    let filled = try #require(placed.filled("{title}\n{text}"))
    #expect(filled.contains("…") && filled.contains("2026-11-28"))
    for part in ["7700", "0770", "900", "123"] { #expect(!filled.contains(part), "\(filled)") }
  }
}
