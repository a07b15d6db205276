import ArgumentParser
import Card
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo lines`.
struct LinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines", abstract: Words("List the lines that are tracked, soonest due first."),
    discussion: Words(
      """
      Each with where it stands, why, and what to do next. A line is tracked with: cardinfo line add
      """
    ))

  @Option(
    help: ArgumentHelp(
      Words("Only lines that are due within this time, such as 30d or 2m."),
      valueName: "term"),
    transform: Period.argument)
  var due: Period?

  @Option(help: ArgumentHelp(Words("At most this many lines."), valueName: "number"))
  var limit: Int?

  @Flag(help: ArgumentHelp(Words("Only lines that were taken off this list.")))
  var removed = false

  @OptionGroup var selection: LineSelection

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard due?.unit != .hour else {
      throw ValidationError(Words("--due counts whole days: write 30d, 2m or 1y"))
    }
    guard limit.map({ $0 > 0 }) != false else {
      throw ValidationError(Words("--limit is a number from 1"))
    }
  }

  func run() throws {
    guard let ledger = try ledger.openIfThere() else {
      if answer.json { try LinesDocument.onStandardOutput().end() }
      return sayNoneIsTracked()
    }
    let today = CalendarDay(Date(), in: ledger.judging.zone)
    let day = due.flatMap { today?.adding($0) }
    if answer.json { return try writeJSON(ledger, day) }
    try writeText(ledger, day)
  }

  private func writeJSON(_ ledger: Ledger, _ day: CalendarDay?) throws {
    var document = try LinesDocument.onStandardOutput()
    do {
      try each(ledger, day) { line, verdict in try document.add(LineRecord(line, verdict)) }
    } catch let error as any Explained {
      // A part of the document is written: it is ended with what went wrong.
      try document.end([error.problem])
      return try Problem.end([error.problem])
    }
    try document.end()
  }

  private func writeText(_ ledger: Ledger, _ day: CalendarDay?) throws {
    var count = 0
    try each(ledger, day) { line, verdict in
      let events = try ledger.events(of: line.id)
      let text = VerdictText(verdict: verdict, events: events, zone: ledger.judging.zone)
      StandardOutput.write { [text.headline(line.name, $0)] + text.brief(indent: 4) }
      count += 1
    }
    guard count == 0 else { return }
    let all = try ledger.lineCount()
    guard all > 0 else { return sayNoneIsTracked() }
    StandardError.write(
      all == 1
        ? Words("the one line is not due").text
        : Words(all, one: "the \(all) line is not due", other: "none of the \(all) lines is due")
          .text)
  }

  private func sayNoneIsTracked() {
    StandardError.write(
      Words("no line is tracked yet; to track one: cardinfo line add --name NAME").text)
  }

  private func each(
    _ ledger: Ledger, _ day: CalendarDay?, _ body: (Line, Verdict) throws -> Void
  ) throws {
    let bar = ProgressBar()
    defer { bar.clear() }
    var left = self.limit ?? .max
    try ledger.forEachLine(
      dueBy: day, retired: removed, progress: { bar.show($0, of: $1) }
    ) { line, verdict in
      bar.clear()
      guard selection.includes(line) else { return !Interruption.isRequested }
      try body(line, verdict)
      left -= 1
      return left > 0 && !Interruption.isRequested
    }
    if Interruption.isRequested { throw ChannelError.interrupted }
  }
}
