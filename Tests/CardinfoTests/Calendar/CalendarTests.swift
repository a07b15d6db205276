import Foundation
import Testing

/// `cardinfo calendar` has one event for each thing to do, and moves or cancels it when that is done.
struct CalendarTests {
  /// An event as it stands in a calendar, unfolded.
  private struct Entry {
    let text: String

    subscript(name: String) -> String? {
      text.split(separator: "\r\n").first { $0.hasPrefix("\(name):") || $0.hasPrefix("\(name);") }
        .map { String($0.drop { $0 != ":" }.dropFirst()) }
    }
  }

  private func entries(_ calendar: String) -> [Entry] {
    calendar.replacing("\r\n ", with: "").split(separator: "BEGIN:VEVENT\r\n").dropFirst()
      .map { Entry(text: String($0)) }
  }

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.output(
      "line add --name giffgaff --rule giffgaff --iccid 8944110123456789013 --activated 2026-06-01 "
        + "--number '+44 7700 900123'", at: "2026-06-02")
    try desk.output("log giffgaff topup 10 GBP --on 2026-06-01", at: "2026-06-02")
    return desk
  }

  @Test func aDutyIsAnEventOfAWholeDay() throws {
    let calendar = try desk().output("calendar", at: "2026-11-23")
    #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
    #expect(calendar.hasSuffix("END:VCALENDAR\r\n"))
    let event = try #require(entries(calendar).first)
    #expect(entries(calendar).count == 1)
    #expect(event.text.contains("DTSTART;VALUE=DATE:20261128\r\n"))
    #expect(event["DTEND"] == "20261129")
    #expect(event["DTSTAMP"] == "20261123T120000Z")
    #expect(event["SUMMARY"] == "giffgaff: renew it")
    #expect(event["STATUS"] == "CONFIRMED")
    #expect(event["DESCRIPTION"]?.contains("cardinfo log giffgaff topup") == true)
    // A month, a week, and the owner's lead of three days, at nine in the morning.
    #expect(
      event.text.split(separator: "\r\n").filter { $0.hasPrefix("TRIGGER") }
        == ["TRIGGER:-P29DT15H", "TRIGGER:-P6DT15H", "TRIGGER:-P2DT15H"])
  }

  @Test func aRenewalMovesIt() throws {
    let desk = try desk()
    let before = try #require(entries(try desk.output("calendar", at: "2026-11-23")).first)
    try desk.output("log giffgaff topup 10 GBP --on 2026-11-24", at: "2026-11-24")
    let after = entries(try desk.output("calendar", at: "2026-11-25"))
    #expect(after.count == 1)
    #expect(after.first?["UID"] == before["UID"])
    #expect(after.first?["DTSTART"] == "20270523")
    let sequences = [before["SEQUENCE"], after.first?["SEQUENCE"]].compactMap {
      $0.flatMap(Int.init)
    }
    #expect(sequences.count == 2 && sequences[0] < sequences[1])
  }

  @Test func whatIsNoLongerAskedForIsCancelled() throws {
    let desk = try desk()
    let before = try #require(entries(try desk.output("calendar", at: "2026-11-23")).first)
    try desk.output("log giffgaff cancel --on 2026-11-24", at: "2026-11-24")
    let after = entries(try desk.output("calendar", at: "2026-11-25"))
    let cancelled = try #require(after.first { $0["UID"] == before["UID"] })
    #expect(cancelled["STATUS"] == "CANCELLED")
    #expect(!cancelled.text.contains("VALARM"))
    // Half a year later nobody needs to hear of it.
    #expect(entries(try desk.output("calendar", at: "2027-05-25")).isEmpty)
  }

  @Test func aLineOffTheListsIsCancelled() throws {
    let desk = try desk()
    try desk.output("line remove giffgaff", at: "2026-11-24")
    let events = entries(try desk.output("calendar", at: "2026-11-25"))
    #expect(events.map { $0["STATUS"] } == ["CANCELLED"])
  }

  @Test func remindersAreEventsWhereAsked() throws {
    let calendar = try desk().output("calendar --alarms-as-events", at: "2026-11-23")
    let events = entries(calendar)
    #expect(events.map { $0["DTSTART"] } == ["20261128", "20261029", "20261121", "20261125"])
    #expect(Set(events.compactMap { $0["UID"] }).count == 4)
    #expect(events.last?["SUMMARY"] == "giffgaff: renew it\\, 3 days left")
  }

  @Test(arguments: ["en", "zh-Hans"]) func itHoldsNoIdentifier(language: String) throws {
    let desk = try desk()
    try desk.output(
      "line add --name 'mum +86 13800138000' --iccid 8933010123456789017 --expires 2026-12-01",
      at: "2026-11-01")
    let calendar = try desk.output("calendar --lang \(language)", at: "2026-11-23")
      .replacing("\r\n ", with: "").replacing(" ", with: "")
    for planted in ["8944110123456789013", "900123", "13800138000", "8933010123456789017"] {
      #expect(!calendar.contains(planted), "\(planted)")
    }
  }

  @Test func aNameCantEndItsProperty() throws {
    let desk = try Desk()
    try desk.output(
      "line add --name $'x\\nEND:VEVENT\\r\\nBEGIN:VEVENT; a, b\\\\' --expires 2026-12-01",
      at: "2026-11-01")
    let calendar = try desk.output("calendar", at: "2026-11-23")
    #expect(calendar.components(separatedBy: "\r\nBEGIN:VEVENT\r\n").count == 2)
    #expect(calendar.contains("\\;") && calendar.contains("\\,"))
  }

  @Test func aFileIsItsOwnersAlone() throws {
    let desk = try desk()
    let file = desk.scratch.path("lines.ics")
    #expect(
      try desk.output("calendar -o \(file) --json", at: "2026-11-23").contains("\"eventCount\" : 1")
    )
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}
