import Foundation
import Testing

/// Lines leave the ledger and come back.
struct ExchangeCommandTests {
  @Test(arguments: ["csv", "json"])
  func whatWasExportedComesBack(format: String) throws {
    let desk = try Desk()
    try desk.output("line add --name 'a, \"b\"' --rule giffgaff --activated 2026-06-01")
    try desk.output("log a topup 10 GBP --note '=SUM(1)'")
    try desk.output("renew a start 5 GBP")
    let file = desk.scratch.path("lines.\(format)")
    try desk.output("line export -o \(file)")
    let mode = try Command.bash("stat -c %a \(file)")
    #expect(mode.output == "600\n")
    let other = try Desk()
    #expect(try other.output("line import \(file)").contains("new lines: 1, new events: 2"))
    let again = other.scratch.path("again.\(format)")
    try other.output("line export -o \(again)")
    func withoutDate(_ path: String) throws -> String {
      try String(contentsOfFile: path, encoding: .utf8)
        .replacing(/"generatedAt"\s*:\s*"[^"]*"/, with: "")
    }
    #expect(try withoutDate(file) == withoutDate(again))
    #expect(try other.output("line import \(file)").contains("new lines: 0, new events: 0"))
  }

  @Test func aSpreadsheetComesIn() throws {
    let desk = try Desk()
    let table = """
      name,iccid,rule,expires,lastTopUp,colour
      home,8944110123456789013,giffgaff,,2026-06-01,red
      trip,,,2026-12-31,,
      ,,,2026-12-31,,
      odd,,,31/12/2026,,
      """
    let file = desk.scratch.path("lines.csv")
    try Data(table.utf8).write(to: URL(filePath: file))
    let strict = try desk.run("line import \(file) --strict", at: "2026-11-01")
    #expect(strict.status == 65)
    #expect(try desk.run("lines").errors.contains("no line"))
    let result = try desk.run("line import \(file)", at: "2026-11-01")
    #expect(result.status == 65, "two rows are bad")
    #expect(result.errors.contains("lines.csv:4"))
    #expect(result.errors.contains("lines.csv:5: expires"))
    #expect(result.errors.contains("colour"))
    #expect(!result.errors.contains("\r"))
    let lines = try desk.output("lines", at: "2026-11-23")
    #expect(lines.contains("home  2026-11-28  2026-12-01"))
    #expect(lines.contains("trip  2026-12-28  2026-12-31"))
  }

  @Test func mistakesAreExplained() throws {
    let desk = try Desk()
    #expect(try desk.run("line import /nowhere/lines.csv").status == 65)
    #expect(try desk.run("line import x --format xml").status == 64)
    #expect(try desk.run("line export").status == 65)
    try desk.output("line add --name a")
    #expect(try desk.run("line export -o /nowhere/lines.csv").status == 73)
    #expect(try desk.output("line export --format csv | head -1").contains("name"))
  }
}
