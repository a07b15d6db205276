import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo line set`.
struct LineSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: Words("Change what is said of a line."))

  @OptionGroup var line: LineArgument

  @Option(help: ArgumentHelp(Words("A new name for it.")))
  var name: String?

  @OptionGroup var settings: LineSettings
  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard name != nil || !settings.isEmpty else {
      throw ValidationError(Words("say what to change: see cardinfo help line set"))
    }
    guard name?.allSatisfy(\.isWhitespace) != true else {
      throw ValidationError(Words("--name is empty"))
    }
  }

  func run() throws {
    let ledger = try ledger.open()
    var line = try ledger.line(matching: self.line.line)
    if let name { line.name = name }
    try settings.apply(to: &line)
    try ledger.change(line, at: Date())
    if let expires = settings.clock.expires { try ledger.append(.date(expires), to: line.id) }
    try LineReport(ledger, line).print(asJSON: answer.json)
  }
}
