import ArgumentParser
import Card
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: Words("Write one page for a browser: what to do, and how every line stands."),
    discussion: Words(
      """
      One HTML file that needs nothing else: no network, no script. It has what must be done this \
      month, a timeline, each line with the reasons, the guide and QR codes for a phone, its history \
      and cost, and sums by country, carrier and currency; it prints on A4. Identifiers are masked.
      """
    ))

  @OptionGroup var output: OutputOption

  @Flag(
    help: ArgumentHelp(
      Words("Show numbers, ICCIDs and what else identifies a line, which are masked otherwise.")))
  var showIds = false

  @OptionGroup var selection: LineSelection

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard !answer.json || output.file != nil else {
      throw ValidationError(Words("--json needs --output FILE: the page itself is HTML"))
    }
  }

  func run() throws {
    let page = try page(of: try ledger.open(), at: Date())
    guard let file = output.file else {
      for piece in page.pieces { StandardOutput.write(piece.bytes) }
      return
    }
    try PrivateFile.replace(file) { write in
      for piece in page.pieces { try write(piece.bytes) }
    }
    if answer.json { try Document(.answer, Written(lineCount: page.count)).write() }
  }

  /// How many lines have their guide and history on the page: with more, it would be too long to open.
  private static let detailed = 100

  /// The page of a ledger.
  func page(of ledger: Ledger, at now: Date) throws -> ReportPage {
    let context = ReportContext(
      now: now, today: try ledger.day(of: now), zone: ledger.judging.zone,
      showsIdentifiers: showIds,
      detailed: Self.detailed)
    var page = ReportPage(context)
    let lines = ReportedLines(ledger, context)
    let bar = ProgressBar()
    defer { bar.clear() }
    try ledger.everyWholeLine(
      where: selection.includes, progress: { bar.show($0, of: $1) },
      working: { try lines.line(at: $0, $1, $2) }
    ) { _, _, line in page.add(line) }
    return page
  }

  private struct Written: Encodable {
    let lineCount: Int
  }
}
