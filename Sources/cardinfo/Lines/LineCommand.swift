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
      LINE is the name of a line, one of its numbers, its ICCID, a unique beginning of name or ICCID, \
      or the name of its profile. What is known of lines is kept in a ledger that only you can read.
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
    help: ArgumentHelp(Words("Its name, number or ICCID, or a beginning of name or ICCID.")),
    completion: LineCompletion.lines)
  var line: String
}

/// `cardinfo line show`.
struct LineShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Words("Show a line: where it stands, why, what next, and what happened to it."))

  @OptionGroup var line: LineArgument

  @Flag(
    help: ArgumentHelp(
      Words("Show what was written down, settings too, and what each did to where it stood.")))
  var history = false

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let ledger = try ledger.open()
    var report = try LineReport(ledger, try ledger.line(matching: line.line))
    if history { try report.addHistory(ledger) }
    try report.print(asJSON: answer.json)
  }
}
