import ArgumentParser
import Ledger
import Words

/// `cardinfo line`.
struct LineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "line",
    abstract: Words("Track a line: a number or an eSIM that is to be kept alive."),
    discussion: Words(
      """
      LINE is the name of a line, its ICCID, or a unique beginning of either. What is known of \
      lines is kept in a ledger that only you can read.
      """
    ),
    subcommands: [
      LineAdd.self, LineShow.self, LineSet.self, LineRules.self, LineRemove.self, LineRestore.self,
      LinePurge.self,
      LineImport.self, LineExport.self,
    ])
}

/// The line that a command is about.
struct LineArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(Words("Its name, its ICCID, or a beginning of either.")))
  var line: String
}

/// `cardinfo line show`.
struct LineShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Words("Show a line: where it stands, why, what next, and what happened to it."))

  @OptionGroup var line: LineArgument
  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let ledger = try ledger.open()
    try LineReport(ledger, try ledger.line(matching: line.line)).print(asJSON: answer.json)
  }
}
