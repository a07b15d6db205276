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

  private func line(_ name: String, iccid: String? = nil) -> Line {
    var line = Line(id: iccid ?? name, name: name)
    line.iccid = iccid
    return line
  }

  @Test func whatIsAddedIsThereAfterOpeningAgain() throws {
    var line = line("Home", iccid: "8944000000000000001")
    line.rule = "giffgaff"
    line.lowBalance = try money("5.50 GBP")
    line.thresholds = [Threshold(days: 3, .critical)]
    try ledger.add(line, at: start)
    #expect(try scratch.open().line(line.id) == line)
    #expect(try scratch.open().line("nobody") == nil)
  }
}
