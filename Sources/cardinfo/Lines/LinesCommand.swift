import ArgumentParser
import Card
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo lines`.
struct LinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lines",
    abstract: Words("List the lines that are tracked, soonest due first."),
    discussion: Words(
      """
      One row a line: the day to act by, the last day, and what to do. Why, and all that there is to do, \
      says: cardinfo line show LINE. A line is tracked with: cardinfo line add
      """
    ))

  @Option(
    help: ArgumentHelp(
      Words("Only lines that ask for something within this time, such as 7d or 2m."),
      valueName: "term"),
    transform: Period.argument)
  var due: Period?

  @Option(help: ArgumentHelp(Words("At most this many lines."), valueName: "number"))
  var limit: Int?

  @Flag(help: ArgumentHelp(Words("Also those that are over for good, each in its row.")))
  var all = false

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
    let today = try ledger.day(of: Date())
    let day = due.flatMap { today.adding($0) }
    if answer.json { return try writeJSON(ledger, day) }
    try writeText(ledger, day, today)
  }

  private func writeJSON(_ ledger: Ledger, _ day: CalendarDay?) throws {
    var document = try LinesDocument.onStandardOutput()
    do {
      try each(ledger, day) { line, verdict in
        var record = LineRecord(line, verdict)
        let open = try ledger.attempts(of: line.id).filter { $0.phase == .submitted }
        if !open.isEmpty { record.attempts = open }
        try document.add(record)
      }
    } catch let error as any Explained {
      // A part of the document is written: it is ended with what went wrong.
      try document.end([error.problem])
      return try Problem.end([error.problem])
    }
    try document.end()
  }

  private func writeText(_ ledger: Ledger, _ day: CalendarDay?, _ today: CalendarDay) throws {
    var overview = LinesOverview(today: today, zone: ledger.judging.zone)
    // The sums are of all lines: whoever asks for what is due learns how many nobody knows of.
    try each(ledger, limit == nil ? nil : day) { line, verdict in
      let isDue = day.map { limit in verdict.listedOn.map { $0 <= limit } ?? false } ?? true
      overview.add(
        line, verdict, try ledger.attempts(of: line.id), isShown: isDue)
    }
    defer { remind(ledger) }
    guard overview.isEmpty else {
      return StandardOutput.write {
        overview.lines(all: all || removed, withSums: limit == nil, $0)
      }
    }
    let count = try ledger.lineCount()
    guard count > 0 else { return sayNoneIsTracked() }
    guard !selection.isGiven else {
      return StandardError.write(
        (day == nil
          ? Words("no line has that owner, group and tags")
          : Words("no line with that owner, group and tags is due")).text)
    }
    StandardError.write(
      count == 1
        ? Words("the one line is not due").text
        : Words(
          count, one: "the \(count) line is not due", other: "none of the \(count) lines is due"
        ).text)
  }

  /// Reminds of what servers should have been told.
  private func remind(_ ledger: Ledger) {
    do throws(LedgerError) {
      guard let reminder = WaitingReminder(try ledger.longWaiting()) else { return }
      StandardError.note(reminder.words)
    } catch {
      Problem.note(error.problem)
    }
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
