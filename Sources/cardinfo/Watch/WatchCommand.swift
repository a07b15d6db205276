import ArgumentParser
import Words

/// `cardinfo watch`.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: Words("Read each card as it is inserted, until Ctrl-C."),
    discussion: Words(
      """
      A line for each card with its lines and what is due, and for each card and reader that goes. \
      It goes on when a card is pulled while it is read, when a reader is unplugged, and when \
      pcscd is restarted.
      """))

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Words("The reader to watch, by its number or part of its name; may be repeated."),
      valueName: "name|number"))
  var reader: [String] = []

  @Flag(help: ArgumentHelp(Words("End after the first card.")))
  var once = false

  @Option(
    help: ArgumentHelp(
      Words("Seconds to wait for a card that another program holds."), valueName: "seconds"))
  var wait = 10

  @Option(
    help: ArgumentHelp(
      Words("A table to add a row to for each card that is not in it yet (CSV)."), valueName: "file"
    ))
  var track: String?

  @Option(
    help: ArgumentHelp(
      Words("A command of the shell to run for each card, with its JSON on standard input."),
      valueName: "command"))
  var exec: String?

  @Flag(help: ArgumentHelp(Words("Mask ICCID, IMSI, EID and every other identifier.")))
  var redact = false

  @Flag(
    help: ArgumentHelp(
      Words("Keep each read in the ledger, also where no line on the card is tracked.")))
  var save = false

  @OptionGroup var ledger: LedgerOptions

  @Flag(help: ArgumentHelp(Words("Print one JSON object in a line for each thing that happens.")))
  var json = false

  func validate() throws {
    guard (0...300).contains(wait) else {
      throw ValidationError(Words("--wait is 0 to 300 seconds"))
    }
    guard track == nil || !redact else {
      throw ValidationError(Words("--track keeps identifiers, and --redact masks them"))
    }
  }

  func run() throws {
    let table = try track.map { try CardTable($0) }
    let watch = CardWatch(self, table)
    watch.run()
    try watch.end()
  }
}
