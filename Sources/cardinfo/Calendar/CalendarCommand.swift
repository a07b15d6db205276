import ArgumentParser
import Card
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo calendar`.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: Words(
      "Write what has to be done as a calendar: iCalendar, to import or subscribe to."),
    discussion: Words(
      """
      One event of a whole day for each thing to do about a line, on its last day, with alarms at the \
      line's thresholds. Written again after a renewal it moves or cancels the events of before: their \
      UIDs stay. It holds nicknames and days, and no identifiers.
      """
    ))

  @OptionGroup var output: OutputOption

  @Flag(
    help: ArgumentHelp(
      Words("Reminders as events of their own, too: who subscribes to a calendar gets no alarms.")))
  var alarmsAsEvents = false

  @OptionGroup var selection: LineSelection

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard !answer.json || output.file != nil else {
      throw ValidationError(Words("--json needs --output FILE: the answer itself is a calendar"))
    }
  }

  func run() throws {
    let ledger = try ledger.open()
    let now = Date()
    let bar = ProgressBar()
    defer { bar.clear() }
    let calendar = try DutyCalendar.ofAll(
      ledger, at: now, alarmsAsEvents: alarmsAsEvents, includes: selection.includes,
      progress: { bar.show($0, of: $1) })
    let text = Array(try calendar.text.utf8)
    guard let file = output.file else { return StandardOutput.write(text) }
    try PrivateFile.replace(file, with: text)
    if answer.json { try Document(.answer, Written(eventCount: calendar.count)).write() }
  }

  private struct Written: Encodable {
    let eventCount: Int
  }
}
