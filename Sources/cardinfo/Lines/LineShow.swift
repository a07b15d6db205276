import ArgumentParser
import Ledger
import Words

/// `cardinfo line show`.
struct LineShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Words("Show a line: where it stands, why, what next, and what happened to it."))

  @OptionGroup var line: LineArgument
  @OptionGroup var ledger: LedgerOptions

  @Flag(help: ArgumentHelp(Words("Print one JSON object instead of text.")))
  var json = false

  func run() throws {
    let ledger = try ledger.open()
    let line = try reportingLedgerErrors { () throws(LedgerError) in
      try ledger.line(matching: self.line.line)
    }
    try LineReport(ledger, line).print(asJSON: json)
  }
}
