import ArgumentParser
import Words

/// `cardinfo line show`.
struct LineShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Words("Show a line: where it stands, why, what next, and what happened to it.").text)

  @OptionGroup var line: LineArgument
  @OptionGroup var ledger: LedgerOptions

  @Flag(help: Words("Print one JSON object instead of text.").text)
  var json = false

  func run() throws {
    let ledger = try ledger.open()
    try LineReport(ledger, named: line.line).print(asJSON: json)
  }
}
