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
  @OptionGroup var confirmation: DoubtOptions
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
    let events =
      [settings.clock.expires.map(Event.date)].compactMap { $0 } + settings.validity.events
    try confirmation.ask(
      about: events, of: line, beside: try ledger.events(of: line.id), ledger)
    try ledger.append(events, changing: line, at: Date())
    try LineReport(ledger, line).print(asJSON: answer.json)
  }
}
