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

  @Flag(help: ArgumentHelp(Words("Print one JSON object instead of text.")))
  var json = false

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
    var line = try reportingLedgerErrors { () throws(LedgerError) in
      try ledger.line(matching: self.line.line)
    }
    if let name { line.name = name }
    try settings.apply(to: &line)
    let changed = line
    try reportingLedgerErrors { () throws(LedgerError) in
      try ledger.change(changed, at: Date())
      if let expires = settings.clock.expires {
        try ledger.append(.date(expires), to: changed.id)
      }
    }
    try LineReport(ledger, changed).print(asJSON: json)
  }
}
