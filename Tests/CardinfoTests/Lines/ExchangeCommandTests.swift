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
      odd,,,11/12/2026,,
      """
    let file = desk.scratch.path("lines.csv")
    try Data(table.utf8).write(to: URL(filePath: file))
    let strict = try desk.run("line import \(file)", at: "2026-11-01")
    #expect(strict.status == 65)
    #expect(strict.errors.contains("nothing was changed"))
    #expect(try desk.run("lines").errors.contains("no line"))
    let preview = try desk.run("line import \(file) --dry-run", at: "2026-11-01")
    #expect(preview.output.contains("2: new: home"))
    #expect(preview.output.contains("5: refused: expires"))
    let result = try desk.run("line import \(file) --skip-bad", at: "2026-11-01")
    #expect(result.status == 65, "two rows are bad")
    #expect(result.errors.contains("lines.csv:4"))
    #expect(result.errors.contains("lines.csv:5: expires"))
    #expect(result.errors.contains("colour"))
    #expect(!result.errors.contains("\r"))
    let lines = try desk.output("lines", at: "2026-11-23")
    #expect(lines.contains("home  2026-11-25  2026-11-28"))
    #expect(lines.contains("trip  2026-12-28  2026-12-31"))
  }

  @Test func optionsSayWhatATableMeans() throws {
    let desk = try Desk()
    let file = desk.scratch.path("lines.csv")
    try Data("标签;结束\n家;11/12/2026\n".utf8).write(to: URL(filePath: file))
    let options = "--columns 'name=标签,expires=结束' --date-order dmy"
    let preview = try desk.output("line import \(file) \(options) --dry-run --json")
    #expect(preview.contains("\"outcome\" : \"new\""))
    #expect(preview.contains("2026-12-11"))
    #expect(try Command.bash("ls \(desk.scratch.path("data"))").output.isEmpty)
    #expect(try desk.output("line import \(file) \(options)").contains("new lines: 1"))
    for wrong in ["--columns name", "--columns x=y", "--encoding nope", "--date-order dym"] {
      #expect(try desk.run("line import \(file) \(wrong)").status == 64, "\(wrong)")
    }
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
