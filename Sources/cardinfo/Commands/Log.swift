import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo log`.
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Words("Record what happened to a line: a top-up, a call, a carrier's notice.").text,
    discussion: Words(
      """
      Examples: cardinfo log giffgaff topup 10 GBP; cardinfo log giffgaff call --on 2026-11-01; \
      cardinfo log trip pack --term 30d; cardinfo log home notice --until 2027-01-31. \
      Nothing is overwritten: what was wrong is undone with: cardinfo log LINE undo --event NUMBER
      """
    ).text)

  @OptionGroup var line: LineArgument

  @Argument(help: Words("What happened.").text)
  var what: LogKind

  @Argument(help: Words("What was paid, charged or found, such as 12.50.").text)
  var amount: String?

  @Argument(help: Words("Its currency, such as GBP.").text)
  var currency: String?

  @Option(
    help: ArgumentHelp(
      Words("When, such as 2026-11-23 or 2026-11-23T18:05 (default: now).").text,
      valueName: "date"),
    transform: Occurrence.argument)
  var on: Occurrence?

  @Option(
    help: ArgumentHelp(
      Words("The last day that the carrier or you give, for notice and date.").text,
      valueName: "date"),
    transform: CalendarDay.argument)
  var until: CalendarDay?

  @Option(
    help: ArgumentHelp(
      Words("The term of what was bought, such as 30d, 24h, 1m or 1y.").text, valueName: "term"),
    transform: Period.argument)
  var term: Period?

  @Option(
    help: ArgumentHelp(
      Words("The term of the line that it is about, by its name in line show.").text,
      valueName: "clock"))
  var clock: String?

  @Option(
    help: ArgumentHelp(
      Words("Whom a call or message was with: ordinary, service or emergency.").text,
      valueName: "whom"))
  var with: String?

  @Option(
    help: ArgumentHelp(
      Words("The event to undo, by its number in line show.").text, valueName: "number"))
  var event: Int?

  @Option(help: ArgumentHelp(Words("What you want to remember of it.").text, valueName: "text"))
  var note: String?

  @OptionGroup var ledger: LedgerOptions

  @Flag(help: Words("Print one JSON object instead of text.").text)
  var json = false

  func validate() throws {
    guard !what.needsDate || until != nil else {
      throw ValidationError(Words("\(what.rawValue) needs its date: --until 2027-01-31").text)
    }
    guard !what.needsAmount || amount != nil else {
      throw ValidationError(Words("\(what.rawValue) needs an amount, such as: 12.50 GBP").text)
    }
    guard (what == .undo) == (event != nil) else {
      throw ValidationError(Words("undo and --event NUMBER belong together").text)
    }
    guard with == nil || ["ordinary", "service", "emergency"].contains(with) else {
      throw ValidationError(Words("--with is ordinary, service or emergency").text)
    }
    _ = try Money.arguments(amount, currency)
  }

  func run() throws {
    let ledger = try ledger.open()
    let line = try reportingLedgerErrors { () throws(LedgerError) in
      try ledger.line(matching: self.line.line)
    }
    let done: Words
    if let event {
      done = try undo(event, of: line, ledger)
    } else {
      let new = try newEvent(for: line)
      try reportingLedgerErrors { () throws(LedgerError) in try ledger.append(new, to: line.id) }
      done = Words("recorded: \(new.kind.words) on \(new.on.dayText(in: ledger.judging.zone))")
    }
    try LineReport(ledger, line).print(asJSON: json, done: done)
  }

  private func newEvent(for line: Line) throws -> Event {
    var event = Event.now(what.kind, on: on)
    event.amount = try Money.arguments(amount, currency)
    event.date = until
    event.term = term
    event.clock = clock
    event.counterpart = with.map(Event.Counterpart.init)
    event.note = note
    return event
  }

  private func undo(_ number: Int, of line: Line, _ ledger: Ledger) throws -> Words {
    try reportingLedgerErrors { () throws(LedgerError) in
      let events = try ledger.events(of: line.id)
      guard let wrong = events.dropFirst(number - 1).first, number >= 1 else {
        throw LedgerError.unknownEvent
      }
      var undo = Event.now(.undo)
      undo.undoes = wrong.id
      undo.note = note
      try ledger.append(undo, to: line.id)
      return Words("undone: \(wrong.kind.words) on \(wrong.on.dayText(in: ledger.judging.zone))")
    }
  }
}
