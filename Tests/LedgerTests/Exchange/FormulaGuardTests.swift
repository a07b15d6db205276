import Testing

@testable import Ledger

/// Cells that a spreadsheet would take for formulas.
struct FormulaGuardTests {
  @Test(arguments: [
    ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"), ("+44", "'+44"), ("-1", "'-1"),
    ("@SUM(1)", "'@SUM(1)"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"),
    ("'=1", "''=1"), ("''+1", "'''+1"), ("\r\n=1", "'\r\n=1"),
  ]) func isWrittenBehindAnApostropheAndReadBack(text: String, written: String) {
    #expect(FormulaGuard.written(text) == written)
    #expect(FormulaGuard.read(written) == text)
  }

  @Test(arguments: ["", "home", "'quoted'", "8944110123456789013", "a=b", "'", "2026-01-01"])
  func everythingElseIsAsItIs(text: String) {
    #expect(FormulaGuard.written(text) == text)
    #expect(FormulaGuard.read(text) == text)
  }
}
