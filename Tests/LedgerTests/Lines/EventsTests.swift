import Foundation
import Renewal
import Testing

@testable import Ledger

struct EventsTests {
  private let scratch: Scratch
  private let ledger: Ledger

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.open()
    try ledger.add(Line(id: "a", name: "A"), at: moment("2026-01-01T00:00:00Z"))
    try ledger.add(Line(id: "b", name: "B"), at: moment("2026-01-01T00:00:00Z"))
  }

  private var full: Event {
    get throws {
      var event = on("2026-02-01T10:00:00Z", .pack)
      event.amount = try money("14.99 GBP")
      event.term = Period(30, .day)
      event.date = CalendarDay("2026-03-03")
      event.counterpart = .service
      event.clock = "pack"
      event.note = "=cmd|'\"\n"
      return event
    }
  }

  @Test func anEventIsKeptAsItIsAndOnce() throws {
    let event = try full
    try ledger.append(event, to: "a")
    try ledger.append(event, to: "a")
    #expect(try scratch.open().events(of: "a") == [event])
    #expect(try ledger.events(of: "b") == [])
    #expect(try ledger.events(of: "nobody") == [])
  }

  @Test func timesAreKeptToTheSecond() throws {
    var event = try full
    event.recordedAt = Date(timeIntervalSince1970: 1_770_000_000.75)
    event.on = .moment(Date(timeIntervalSince1970: 1_770_000_000.25))
    try ledger.append(event, to: "a")
    try ledger.append(event, to: "a")
    let kept = try #require(ledger.events(of: "a").first)
    #expect(kept.recordedAt == Date(timeIntervalSince1970: 1_770_000_000))
    #expect(kept.on == .moment(Date(timeIntervalSince1970: 1_770_000_000)))
  }

  @Test func anotherEventOfTheSameNameIsRefused() throws {
    var event = try full
    try ledger.append(event, to: "a")
    event.note = nil
    #expect(throws: LedgerError.differentEvent) { try ledger.append(event, to: "a") }
    #expect(throws: LedgerError.unknownLine) { try ledger.append(event, to: "nobody") }
    #expect(try ledger.events(of: "a") == [full])
  }

  @Test func undoingAppends() throws {
    let event = try full
    try ledger.append(event, to: "a")
    let moment = moment("2026-02-02T00:00:00Z")
    let undoing = try ledger.undo(event.id, of: "a", as: "u", at: moment, note: "typo")
    #expect(try ledger.events(of: "a") == [event, undoing])
    #expect(undoing.undoes == event.id)
    #expect(undoing.kind == .undo)
    #expect(throws: LedgerError.unknownEvent) {
      try ledger.undo("other", of: "a", as: "u2", at: moment)
    }
    #expect(throws: LedgerError.unknownEvent) {
      try ledger.undo(event.id, of: "b", as: "u2", at: moment)
    }
  }

  @Test func aVerdictIsByAllThatIsKept() throws {
    var line = Line(id: "c", name: "C", rule: "3hk")
    line.iccid = "8985200000000000001"
    try ledger.add(line, at: moment("2026-01-01T00:00:00Z"))
    var topUp = on("2026-02-01", .topUp)
    topUp.amount = try money("100 HKD")
    try ledger.append(topUp, to: "c")
    let verdict = try ledger.verdict(of: "c")
    #expect(
      verdict
        == judge(
          line, by: scratch.rules, events: [topUp], at: moment("2026-03-01T12:00:00Z"), zone: .gmt))
    #expect(verdict.dueOn == CalendarDay("2026-05-02"))
    #expect(throws: LedgerError.unknownLine) { try ledger.verdict(of: "nobody") }
  }
}
