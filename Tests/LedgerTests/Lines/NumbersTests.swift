import CardState
import Foundation
import GRDB
import Renewal
import Testing

@testable import Ledger

/// A line is its number: it moves between cards, and shares them.
struct NumbersTests {
  private let scratch: Scratch
  private let ledger: Ledger
  private let start = moment("2026-01-01T00:00:00Z")

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.open()
  }

  private func line(_ name: String, _ iccid: String? = nil, _ numbers: String...) -> Line {
    var line = Line(id: "id of \(name)", name: name)
    line.iccid = iccid
    line.numbers = numbers
    return line
  }

  @Test func aLineIsFoundByItsNumbers() throws {
    try ledger.add(line("uk", nil, "+44 7700 900123", "07700 900999"), at: start)
    try ledger.add(line("us", nil, "+1 202 555 0123"), at: start)
    for text in ["07700900123", "+447700900123", "0044 7700 900123", "+44 7700 900999"] {
      #expect(try ledger.line(matching: text).name == "uk", "\(text)")
    }
    #expect(throws: LedgerError.unknownLine) { try ledger.line(matching: "07700900124") }
    try ledger.add(line("nz", nil, "+64 7700 900123"), at: start)
    #expect(throws: LedgerError.ambiguous(["nz", "uk"])) {
      try ledger.line(matching: "07700900123")
    }
    var uk = try ledger.line(matching: "uk")
    uk.numbers = []
    try ledger.change(uk, at: start)
    #expect(try ledger.line(matching: "07700900123").name == "nz")
  }

  @Test func aLineIsFoundByTheCardItWasOn() throws {
    try ledger.add(line("a", "8944000000000000001"), at: start)
    var moved = try ledger.line(matching: "a")
    moved.formerCards = [.init(iccid: "8944 0000 0000 0000 001", until: try day("2026-02-01"))]
    moved.iccid = "8944000000000000019"
    let swap = on("2026-02-01", .cardSwap)
    try ledger.append([swap], changing: moved, at: start)
    #expect(try ledger.line(iccid: "8944000000000000001")?.name == "a")
    #expect(try ledger.line(iccid: "894400000000000001")?.name == "a", "without its check digit")
    #expect(try ledger.lines(onCard: "8944000000000000001") == [])
    #expect(try ledger.lines(formerlyOnCard: "8944000000000000001").map(\.name) == ["a"])
    #expect(try ledger.events(of: "id of a") == [swap])
    #expect(throws: LedgerError.duplicateLine) {
      try ledger.add(line("b", "8944000000000000001"), at: start)
    }
    try ledger.purge("id of a")
    #expect(!(try scratch.holds("8944000000000000001")))
  }

  @Test func nothingIsChangedWithAnEventThatIsRefused() throws {
    try ledger.add(line("a"), with: [on("2026-02-01", .use)], at: start)
    var other = on("2026-02-01", .use)
    other.note = "another one"
    var changed = line("a")
    changed.owner = "Ann"
    #expect(throws: LedgerError.differentEvent) {
      try ledger.append([other], changing: changed, at: start)
    }
    #expect(try ledger.line("id of a")?.owner == nil)
  }

  @Test func twoNumbersShareACard() throws {
    let iccid = "8944000000000000001"
    try ledger.add(line("one", iccid, "07700 900123"), at: start)
    #expect(throws: LedgerError.duplicateLine) { try ledger.add(line("two", iccid), at: start) }
    #expect(throws: LedgerError.duplicateLine) {
      try ledger.add(line("two", iccid, "+44 7700 900123"), at: start)
    }
    try ledger.add(line("two", iccid, "07700 900124"), at: start)
    #expect(try ledger.lines(onCard: iccid).map(\.name) == ["one", "two"])
    var random = SplitMix(seed: 3)
    var read = random.card(iccid, at: moment("2026-02-01T00:00:00Z"))
    try ledger.save(read)
    func isKnown(_ name: String) throws -> Bool {
      try !ledger.evidence(of: ledger.line(matching: name)).isEmpty
    }
    #expect(try isKnown("one") && isKnown("two"))
    read.readAt = moment("2026-02-02T00:00:00Z")
    read.subscriber = .init()
    read.subscriber?.msisdns = ["+447700900124"]
    try ledger.save(read)
    #expect(try !isKnown("one") && isKnown("two"))
    try ledger.purge("id of two")
    #expect(try ledger.snapshots(of: iccid).count == 2, "they are of the other number as well")
  }

  @Test func namesAreUniqueAndThoseOfEarlierLedgersStay() throws {
    try ledger.add(line("Home"), at: start)
    #expect(throws: LedgerError.duplicateName) { try ledger.add(line("hOME"), at: start) }
    try ledger.add(line("other"), at: start)
    var other = try ledger.line(matching: "other")
    other.name = "home"
    #expect(throws: LedgerError.duplicateName) { try ledger.change(other, at: start) }
    // As a ledger of version 1 may have it.
    try ledger.write {
      try $0.execute(
        sql: "UPDATE line SET name = 'home', json = replace(json, '\"other\"', '\"Home\"') "
          + "WHERE id = 'id of other'")
    }
    #expect(throws: LedgerError.ambiguous(["Home", "Home"])) { try ledger.line(matching: "home") }
    var twin = try #require(try ledger.line("id of other"))
    twin.owner = "Ann"
    try ledger.change(twin, at: start)
    #expect(try ledger.line("id of other")?.owner == "Ann")
  }

  @Test func eventsOfOneSecondKeepTheirOrder() throws {
    try ledger.add(line("a"), at: start)
    for id in ["z", "m", "a"] {
      var event = on("2026-02-01", .use)
      event.id = id
      try ledger.append(event, to: "id of a")
    }
    #expect(try ledger.events(of: "id of a").map(\.id) == ["z", "m", "a"])
    var exported = Data()
    try ledger.export(as: .json, generatedAt: start) { exported += $0 }
    try ledger.purge("id of a")
    var rest = [exported]
    _ = try ledger.importLines(from: .json, at: start) { rest.popLast() ?? Data() }
    #expect(try ledger.events(of: "id of a").map(\.id) == ["z", "m", "a"])
  }

  @Test func linesAreExportedByName() throws {
    for (name, id) in [("b", "1"), ("a", "3"), ("C", "2")] {
      try ledger.add(Line(id: id, name: name), at: start)
    }
    var text = Data()
    try ledger.export(as: .csv, generatedAt: start) { text += $0 }
    let names = String(decoding: text, as: UTF8.self).split(separator: "\r\n").dropFirst()
      .map { $0.split(separator: ",")[2] }
    #expect(names == ["a", "b", "C"])
  }

  @Test func eachStepOfTheHistorySaysWhatItDid() throws {
    try ledger.add(line("a"), at: start)
    var ruled = line("a")
    ruled.rule = "giffgaff"
    try ledger.change(ruled, at: moment("2026-01-02T00:00:00Z"))
    var activation = on("2026-01-01", .activation)
    activation.recordedAt = moment("2026-01-03T00:00:00Z")
    try ledger.append(activation, to: "id of a")
    let steps = try ledger.history(of: "id of a")
    #expect(steps.map(\.event) == [nil, activation.id])
    #expect(steps.first?.settings?.after.rule == "giffgaff")
    #expect(steps.last?.standing.before.state == .unknown)
    #expect(steps.last?.standing.after.state == .active)
    #expect(steps.last?.standing.after.dueOn == CalendarDay("2026-07-01"))
  }
}

private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }
