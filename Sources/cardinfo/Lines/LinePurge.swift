import ArgumentParser
import Ledger
import Renewal
import Words

/// `cardinfo line purge`.
struct LinePurge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: Words("Remove a line and all that is kept of it, for good."))

  @OptionGroup var line: LineArgument
  @OptionGroup var ledger: LedgerOptions

  @Flag(help: ArgumentHelp(Words("Do not ask.")))
  var yes = false

  func run() throws {
    let ledger = try ledger.open()
    let line = try reportingLedgerErrors { () throws(LedgerError) in
      try ledger.line(matching: self.line.line)
    }
    if !yes {
      let question = Words(
        "remove \(line.name), its history and what its cards said, for good? [y/N]")
      guard let answer = Question.ask(question.text) else {
        StandardError.report(
          Words("nothing was removed"),
          hint: Words("without a terminal to ask on, say --yes"))
        throw ExitStatus.usage.exit
      }
      guard ["y", "yes", "是"].contains(answer.trimmingPrefix { $0 == " " }.lowercased()) else {
        StandardError.report(Words("nothing was removed"), hint: nil)
        throw ExitStatus.failure.exit
      }
    }
    try reportingLedgerErrors { () throws(LedgerError) in try ledger.purge(line.id) }
    StandardError.write("cardinfo: \(Terminal.clean(Words("\(line.name) is removed").text))")
  }
}
