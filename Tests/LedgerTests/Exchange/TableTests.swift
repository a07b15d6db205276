import CardState
import Foundation
import Renewal
import Testing
import Words

@testable import Ledger

/// Tables that people bring, and tables that nobody should.
struct TableTests {
  private let scratch: Scratch
  private let ledger: Ledger

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.open()
  }

  private func `import`(_ text: String, isStrict: Bool = false) throws -> Import {
    try Import(text, as: .csv, into: ledger, isStrict: isStrict)
  }

  @Test func aNameIsEnough() throws {
    let imported = try `import`("name\nHome\n\nMum\n")
    #expect(imported.problems == [])
    #expect(imported.report.lines == 2)
    #expect(try ledger.lines(matching: "mum").map(\.thresholds) == [Threshold.usual])
    #expect(try `import`("name\nhome\nMUM\n").report.lines == 0)
    #expect(try ledger.lineCount() == 2)
  }

  @Test func aPersonsTableBecomesLinesAndEvents() throws {
    let table = """
      Name;ICCID;Rule;Plan;Expires;Activated;Last top-up;Last Use;Balance;Currency;Note
      Home;8944 0000 0000 0000 001;giffgaff;payAsYouGo;2026-05-01;2025-01-02;;2026-01-15;5.50;GBP;"=1+1"
      """
    let imported = try `import`(table)
    #expect(imported.problems.map(\.column) == ["Last top-up"])
    #expect(imported.problems.allSatisfy { $0.isWarning && $0.line == 1 })
    let line = try ledger.line(matching: "home")
    #expect(line.id == "8944000000000000001")
    #expect(line.iccid == "8944000000000000001")
    #expect(line.rule == "giffgaff")
    #expect(line.plan == .payAsYouGo)
    let events = try ledger.events(of: line.id)
    #expect(
      Set(events.map(\.kind.rawValue)) == ["explicitDate", "activation", "use", "balance"])
    #expect(events.first { $0.kind == .explicitDate }?.date == CalendarDay("2026-05-01"))
    #expect(events.first { $0.kind == .balance }?.amount == (try money("5.50 GBP")))
    #expect(line.note == "=1+1")
    #expect(try ledger.verdict(of: line.id).dueOn == CalendarDay("2026-05-01"))

    let later = try Ledger(
      directory: scratch.directory,
      judging: Judging(rules: scratch.rules, zone: .gmt, edition: "1", now: { Date() }))
    let again = try Import(table, as: .csv, into: later)
    #expect(again.report.lines + again.report.events == 0)
    #expect(again.report.refused == 0)
    #expect(try ledger.events(of: line.id) == events)
  }

  @Test func aTableThatSaysLessTakesNothingAway() throws {
    _ = try `import`("name,iccid,rule\nHome,8944000000000000001,giffgaff\n")
    let before = try ledger.line(matching: "home")
    #expect(try `import`("name,iccid\nHome,894400000000000000\n").problems == [])
    #expect(try ledger.line(matching: "home") == before)
  }

  @Test func whatWasChangedSinceAnImportStays() throws {
    _ = try `import`("name,iccid,rule\nHome,8944000000000000001,giffgaff\n")
    var line = try ledger.line(matching: "home")
    (line.name, line.rule) = ("House", "3hk")
    try ledger.change(line, at: moment("2026-02-01T00:00:00Z"))
    let other = try `import`("name,iccid,rule\nHut,8944000000000000001,giffgaff\n")
    #expect(other.problems.map(\.isWarning) == [true, true])
    #expect(other.problems.map(\.line) == [2, 2])
    #expect(try ledger.line(matching: "house") == line)
  }

  @Test func badRowsAreNamedAndTheOthersKept() throws {
    let table = """
      record,id,name,iccid,plan,billingDay,expires,event,kind,on,recordedAt,phase,clocks
      line,1,One,,,,,,,,,,
      line,2,,,,,,,,,,,
      line,3,Three,8.94E+18,,,,,,,,,
      line,4,Four,1234,,,,,,,,,
      line,5,Five,,gold,,,,,,,,
      line,6,Six,,,many,,,,,,,
      line,7,Seven,,,,tomorrow,,,,,,
      line,8,Eight,,,,,,,,,,{
      event,1,,,,,,e1,topUp,2026-02-30,2026-01-01T00:00:00Z,,
      event,1,,,,,,e2,topUp,2026-02-28,2026-01-01T00:00:00Z,,
      event,9,,,,,,e3,topUp,2026-02-28,2026-01-01T00:00:00Z,,
      event,1,,,,,,,topUp,2026-02-28,2026-01-01T00:00:00Z,,
      card,1,,,,,,,,,,,
      line,10,Ten,,,,,,,,,,,more
      line,11,"Eleven"x,,,,,,,,,,
      attempt,1,,,,,,,,,,unconfirmed,
      line,12,Twelve,,,,,,,,,,
      line,1,One,,,,,,,,,,
      """
    let expected: [(Int, String?)] = [
      (3, "name"), (4, "iccid"), (5, "iccid"), (6, "plan"), (7, "billingDay"), (8, "expires"),
      (9, "clocks"), (10, "on"), (12, nil), (13, "event"), (14, "record"), (15, nil), (16, nil),
      (17, "attempt"),
    ]
    #expect(throws: LedgerError.refusedImport) { try `import`(table, isStrict: true) }
    #expect(try ledger.lineCount() == 0)
    let imported = try `import`(table)
    #expect(imported.problems.map(\.line) == expected.map(\.0))
    for (problem, expected) in zip(imported.problems, expected) {
      #expect(problem.column == expected.1, "\(problem)")
      #expect(!problem.isWarning)
    }
    #expect(imported.report.refused == expected.count)
    #expect(imported.report.lines == 2)
    #expect(imported.report.events == 1)
    #expect(imported.report.unchanged == 1)
    #expect(try ledger.lines(matching: "twelve").count == 1)
  }

  @Test func aStrictImportIsAllOrNothing() throws {
    let good = (0..<2_500).map { "L\($0)" }
    let bad = good + ["\"\""]
    let table = { (names: [String]) in "name\n" + names.joined(separator: "\n") }
    #expect(throws: LedgerError.refusedImport) { try `import`(table(bad), isStrict: true) }
    #expect(try ledger.lineCount() == 0)
    #expect(try `import`(table(good), isStrict: true).report.lines == 2_500)
    #expect(try ledger.lineCount() == 2_500)
  }

  @Test func hostileTablesAreRefusedWhereTheyAreBad() throws {
    let long = String(repeating: "x", count: CSVReader.longestField + 1)
    #expect(try `import`("name\n\(long)\nA\n").problems.map(\.line) == [2])
    #expect(try `import`("name\n\"\(long)\"\nB\n").problems.map(\.line) == [2])
    #expect(try `import`("name\n\"open\nC\nD\n").problems.map(\.line) == [2])
    #expect(try `import`("name\nnul\0\nE\n").problems.map(\.line) == [2])
    let fields = String(repeating: ",", count: 100_000)
    #expect(try `import`("name\n\(fields)\nF\n").problems.map(\.line) == [2])
    var bytes = Data("name\n".utf8)
    bytes.append(contentsOf: [0x80, 0xFF, 0x0A, 0x47, 0x0A])
    #expect(try Import(bytes, as: .csv, into: ledger).problems.map(\.line) == [2])
    var names: [String] = []
    try ledger.forEachLine { line, _ in
      names.append(line.name)
      return true
    }
    #expect(names == ["A", "B", "E", "F", "G"])
  }

  @Test func whatIsNoTableIsRefusedAsAWhole() throws {
    let utf16 = Data([0xFF, 0xFE, 0x6E, 0x00, 0x61, 0x00])
    for bytes in [
      Data(), Data("\n\n".utf8), Data("iccid\n8944000000000000001\n".utf8), utf16,
      Data("name,Name\nA,B\n".utf8), Data("\"name\nA\n".utf8),
      Data(repeating: 0x20, count: CSVReader.longestField + 1),
    ] {
      let error = #expect(throws: LedgerError.self) {
        try Import(bytes, as: .csv, into: ledger)
      }
      #expect(error?.code == .refusedImport)
    }
  }

  @Test func formulasStayText() throws {
    #expect(try `import`("name\n=cmd|' /C calc'!A0\n+1\n-1\n@x\n").problems == [])
    #expect(try ledger.lines(matching: "=cmd|' /C calc'!A0").count == 1)
    let text = Collected()
    try ledger.export(as: .csv, generatedAt: Date()) { text.data.append($0) }
    #expect(String(decoding: text.data, as: UTF8.self).contains(",'=cmd|' /C calc'!A0,"))
  }
}
