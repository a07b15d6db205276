import Foundation
import Renewal
import Testing

@testable import Ledger

struct LinesTests {
  private let scratch: Scratch
  private let ledger: Ledger
  private let start = moment("2026-01-01T00:00:00Z")

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.open()
  }

  private func add(_ name: String, iccid: String? = nil) throws {
    var line = Line(id: iccid ?? "id of \(name)", name: name)
    line.iccid = iccid
    try ledger.add(line, at: start)
  }

  private func matching(_ reference: String) throws -> [String] {
    try ledger.lines(matching: reference).map(\.name)
  }

  @Test func whatIsAddedIsThereAfterOpeningAgain() throws {
    var line = Line(id: "8944000000000000001", name: "Home", rule: "giffgaff")
    line.iccid = line.id
    line.lowBalance = try money("5.50 GBP")
    line.thresholds = [Threshold(days: 3, .critical)]
    line.clocks = [Clock(id: "number", .number, anchor: [.lastTopUp], period: Period(6, .month))]
    try ledger.add(line, at: start)
    #expect(try scratch.open().line(line.id) == line)
    #expect(try scratch.open().line("nobody") == nil)
    #expect(try ledger.lineCount() == 1)
  }

  @Test func anICCIDIsTheSameWithAndWithoutItsCheckDigit() throws {
    // 8988303000000614224: the 4 is the check digit of what stands before it.
    try add("with", iccid: "8988303000000614224")
    try add("without", iccid: "894400000000000000")
    for text in ["8988303000000614224", "898830300000061422", "8988 3030-0000 0614 224"] {
      #expect(try ledger.line(iccid: text)?.name == "with", "\(text)")
    }
    #expect(try ledger.line(iccid: "8988303000000614227") == nil)
    #expect(try ledger.line(iccid: "8944000000000000001")?.name == "without")
    #expect(throws: LedgerError.duplicateLine) {
      try add("again", iccid: "898830300000061422")
    }
    #expect(throws: LedgerError.duplicateLine) {
      try add("again", iccid: "8944000000000000001")
    }
    #expect(try ledger.lineCount() == 2)
  }

  @Test func aLineIsFoundByNameICCIDOrTheBeginningOfEither() throws {
    try add("Home", iccid: "8944000000000000001")
    try add("Home office", iccid: "8944000000000000019")
    try add("Ärger")
    #expect(try matching("home") == ["Home"])
    #expect(try matching("HOME OF") == ["Home office"])
    #expect(try matching("hom") == ["Home", "Home office"])
    #expect(try matching("ärger") == ["Ärger"])
    #expect(try matching("id of Ärger") == ["Ärger"])
    #expect(try matching("8944 0000 0000 0000 001") == ["Home"])
    #expect(try matching("89440000") == ["Home", "Home office"])
    #expect(try matching("894400000000000000") == ["Home"])
    #expect(try matching("89440000000000000") == ["Home", "Home office"])
    #expect(try matching("") == [])
    #expect(try matching("%") == [])
    #expect(try matching("x") == [])
    #expect(try ledger.line(matching: "home").name == "Home")
    #expect(throws: LedgerError.ambiguous(["Home", "Home office"])) {
      try ledger.line(matching: "ho")
    }
    #expect(throws: LedgerError.unknownLine) { try ledger.line(matching: "away") }
  }

  @Test func everyChangeOfALineIsKept() throws {
    try add("Home", iccid: "8944000000000000001")
    var line = try ledger.line(matching: "home")
    let first = line
    line.name = "Mum"
    try ledger.change(line, at: moment("2026-02-01T00:00:00Z"))
    let second = line
    line.iccid = "8944000000000000027"
    try ledger.change(line, at: moment("2026-02-02T00:00:00Z"))
    try ledger.change(line, at: moment("2026-02-03T00:00:00Z"))
    #expect(
      try ledger.formerSettings(of: line.id) == [
        FormerSettings(until: moment("2026-02-02T00:00:00Z"), line: second),
        FormerSettings(until: moment("2026-02-01T00:00:00Z"), line: first),
      ])
    #expect(try ledger.line(matching: "mum") == line)
    #expect(try matching("home") == [])
    #expect(try ledger.line(iccid: "8944000000000000027") == line)
  }

  @Test func aChangeIsRefusedThatMakesTwoLinesOne() throws {
    try add("a", iccid: "8944000000000000001")
    try add("b", iccid: "8944000000000000019")
    var line = try ledger.line(matching: "b")
    line.iccid = "8944000000000000001"
    #expect(throws: LedgerError.duplicateLine) { try ledger.change(line, at: start) }
    line.id = "nobody"
    #expect(throws: LedgerError.unknownLine) { try ledger.change(line, at: start) }
    #expect(try ledger.line(iccid: "8944000000000000019")?.name == "b")
  }
}
