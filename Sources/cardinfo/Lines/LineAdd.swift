import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo line add`.
struct LineAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: Words("Start tracking a line, or track one again that was removed."))

  @Option(help: ArgumentHelp(Words("What you call it.")))
  var name: String

  @OptionGroup var settings: LineSettings

  @Option(
    help: ArgumentHelp(Words("The day it was activated."), valueName: "date"),
    transform: Occurrence.argument)
  var activated: Occurrence?

  @Option(
    help: ArgumentHelp(Words("The day of the last top-up."), valueName: "date"),
    transform: Occurrence.argument)
  var lastTopUp: Occurrence?

  @Option(
    help: ArgumentHelp(Words("The day it was last used."), valueName: "date"),
    transform: Occurrence.argument)
  var lastUse: Occurrence?

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard !name.allSatisfy(\.isWhitespace) else {
      throw ValidationError(Words("--name is empty"))
    }
  }

  func run() throws {
    var line = Line(id: UUID().uuidString.lowercased(), name: name)
    try settings.apply(to: &line)
    if let iccid = line.iccid { line.id = iccid }
    let ledger = try ledger.openOrMake()
    try LineReport(ledger, try track(line, in: ledger)).print(asJSON: answer.json)
  }

  /// Adds the line, or puts the one with its ICCID back on the lists.
  private func track(_ line: Line, in ledger: Ledger) throws(LedgerError) -> Line {
    if let iccid = line.iccid, var known = try ledger.line(iccid: iccid), known.retiredOn != nil {
      known.retiredOn = nil
      try ledger.change(known, at: Date())
      for event in events { try ledger.append(event, to: known.id) }
      return known
    }
    try ledger.add(line, with: events, at: Date())
    return line
  }

  private var events: [Event] {
    let known: [(Event.Kind, Occurrence?)] = [
      (.activation, activated), (.topUp, lastTopUp), (.use, lastUse),
    ]
    return known.compactMap { kind, on in on.map { Event.now(kind, on: $0) } }
      + [settings.clock.expires].compactMap { $0.map(Event.date) }
  }
}
