import ArgumentParser
import Card
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo log`.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: Words("Record what happened to a line: a top-up, a call, a carrier's notice."),
    discussion: Words(
      """
      Examples: cardinfo log giffgaff topup 10 GBP; cardinfo log giffgaff call --on 2026-11-01; \
      cardinfo log trip pack --term 30d; cardinfo log home notice --until 2027-01-31; cardinfo log trip \
      data-left 1.5GB; cardinfo log home swap --iccid ICCID; cardinfo log home cancel --on 2027-01-31. \
      Nothing is overwritten: what was wrong is undone with: cardinfo log LINE undo --event NUMBER
      """
    ))

  @OptionGroup var line: LineArgument

  @Argument(help: ArgumentHelp(Words("What happened.")))
  var what: LogKind

  @Argument(
    help: ArgumentHelp(
      Words("What was paid, charged or found, such as 12.50, 50元, or 1.5GB for data-left.")))
  var amount: String?

  @Argument(help: ArgumentHelp(Words("Its currency, such as GBP.")))
  var currency: String?

  @Option(
    help: ArgumentHelp(
      Words("When, such as 2026-11-23 or 2026-11-23T18:05 (default: now)."),
      valueName: "date"),
    transform: Occurrence.argument)
  var on: Occurrence?

  @Option(
    help: ArgumentHelp(
      Words("The last day that the carrier or you give, for notice, date and suspend."),
      valueName: "date"),
    transform: CalendarDay.argument)
  var until: CalendarDay?

  @Option(
    help: ArgumentHelp(
      Words("The term of what was bought, such as 30d, 24h, 1m or 1y."), valueName: "term"),
    transform: Period.argument)
  var term: Period?

  @Option(
    help: ArgumentHelp(
      Words("The term of the line that it is about, by its name in line show."),
      valueName: "clock"))
  var clock: String?

  @Option(
    help: ArgumentHelp(
      Words("Whom a call or message was with: ordinary, service or emergency."),
      valueName: "whom"))
  var with: String?

  @Option(
    help: ArgumentHelp(
      Words("The event to undo, by its number in line show."), valueName: "number"))
  var event: Int?

  @Option(
    help: ArgumentHelp(
      Words("The new card or profile, for swap and port-in."), valueName: "iccid"))
  var iccid: String?

  @Option(
    help: ArgumentHelp(Words("The rule at the new carrier, for port-in."), valueName: "rule"),
    completion: CarrierCompletion.rules)
  var rule: String?

  @Option(
    help: ArgumentHelp(Words("The new carrier, for port-in."), valueName: "carrier"),
    completion: CarrierCompletion.carriers)
  var carrier: String?

  @Option(help: ArgumentHelp(Words("What you want to remember of it."), valueName: "text"))
  var note: String?

  @OptionGroup var confirmation: DoubtOptions

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    try checkNeeds()
    guard (what == .undo) == (event != nil) else {
      throw ValidationError(Words("undo and --event NUMBER belong together"))
    }
    guard event.map({ $0 >= 1 }) != false else {
      throw ValidationError(Words("--event is a number from line show"))
    }
    guard with == nil || ["ordinary", "service", "emergency"].contains(with) else {
      throw ValidationError(Words("--with is ordinary, service or emergency"))
    }
    guard until == nil || what.takesDate else {
      throw ValidationError(
        Words("\(what.rawValue) takes no --until; record the date apart: notice --until DATE"))
    }
    guard iccid == nil || what.moves, rule == nil && carrier == nil || what == .portIn else {
      throw ValidationError(
        Words("--iccid is for swap and port-in, --rule and --carrier are for port-in"))
    }
    guard iccid.map({ ICCID($0) != nil }) != false else {
      throw ValidationError(Words("an ICCID has 18 to 20 digits"))
    }
  }

  private func checkNeeds() throws {
    switch what.needs {
    case .date where until == nil:
      throw ValidationError(Words("\(what.rawValue) needs its date: --until 2027-01-31"))
    case .amount where amount == nil:
      throw ValidationError(Words("\(what.rawValue) needs an amount, such as: 12.50 GBP"))
    case .volume where volume == nil:
      throw ValidationError(Words("\(what.rawValue) needs an amount of data, such as 1.5GB"))
    case .card where iccid == nil:
      throw ValidationError(Words("\(what.rawValue) needs the new card: --iccid ICCID"))
    case .date, .amount, .volume, .card, .event, nil: break
    }
    if what.needs != .volume { _ = try WrittenMoney(amount, currency) }
  }

  private var volume: DataVolume? {
    DataVolume(written: [amount, currency].compactMap { $0 }.joined())
  }

  func run() throws {
    let ledger = try ledger.open()
    let line = try ledger.line(matching: self.line.line)
    let (changed, done) = try record(of: line, in: ledger, asking: confirmation.ask)
    try LineReport(ledger, changed).print(asJSON: answer.json, done: done)
  }

  /// Writes it down.
  ///
  /// - Parameter asking: Asked about what looks wrong; what it throws stops all.
  /// - Returns: The line as it is then, and what was done.
  func record(
    of line: Line, in ledger: Ledger, asking: (Words) throws -> Void
  ) throws -> (Line, Words) {
    if let event { return (line, try undo(event, of: line, ledger)) }
    let recorded = try ledger.events(of: line.id)
    let new = try newEvent(for: line, recorded)
    if let doubt = DoubtOptions.doubt(about: [new], of: line, beside: recorded, ledger.judging) {
      try asking(doubt)
    }
    var line = line
    if what.moves {
      line = try moved(line, by: new, ledger)
      try ledger.append([new], changing: line, at: Date())
    } else {
      try ledger.append(new, to: line.id)
    }
    let day = new.on.dayText(in: ledger.judging.zone)
    return (line, Words("recorded: \(new.kind.words) on \(day)"))
  }

  private func newEvent(for line: Line, _ recorded: [Event]) throws -> Event {
    var event = Event.now(what.kind, on: on)
    if what.needs == .volume {
      event.volume = volume
    } else {
      event.amount = try Money.arguments(amount, currency, in: line.currency(recorded))
    }
    event.date = until
    event.term = term
    event.clock = clock
    event.counterpart = with.map(Event.Counterpart.init)
    event.note = note
    return event
  }

  /// The line on another card, at another carrier, under another rule.
  private func moved(_ line: Line, by event: Event, _ ledger: Ledger) throws -> Line {
    var line = line
    if let iccid = iccid.flatMap({ ICCID($0) }), iccid.digits != line.iccid {
      let day = CalendarDay(event.on.dayText(in: ledger.judging.zone))
      if let old = line.iccid, let day {
        line.formerCards.append(Line.FormerCard(iccid: old, until: day))
      }
      line.iccid = iccid.digits
    }
    if let rule { line.rule = try LineSettings.known(rule) }
    if let carrier { line.carrier = try LineDetails.known(carrier) }
    return line
  }

  private func undo(_ number: Int, of line: Line, _ ledger: Ledger) throws(LedgerError) -> Words {
    let wrong = try ledger.events(of: line.id).dropFirst(number - 1).first
    let undo = Event.now(.undo)
    try ledger.undo(
      wrong?.id ?? "", of: line.id, as: undo.id, at: undo.recordedAt, note: note)
    let zone = ledger.judging.zone
    return wrong.map { Words("undone: \($0.kind.words) on \($0.on.dayText(in: zone))") }
      ?? Words("undone")
  }
}

extension DataVolume {
  /// Reads an amount of data such as `1.5GB` or `500 MB`.
  init?(written text: String) {
    let plain = text.filter { $0 != " " }.uppercased()
    guard let unit = Unit.allCases.first(where: { plain.hasSuffix($0.rawValue) }) else {
      return nil
    }
    let figure = plain.dropLast(unit.rawValue.count)
    guard let value = Money.decimal(figure), value >= 0 else { return nil }
    self.init(String(figure), unit)
  }
}

extension Event {
  /// An event that is written down now.
  static func now(_ kind: Kind, on occurrence: Occurrence? = nil) -> Event {
    let now = Date()
    return Event(id: newID(now), kind, on: occurrence ?? .moment(now), recordedAt: now)
  }

  /// A name that sorts behind those that were given before.
  private static func newID(_ now: Date) -> ID {
    let milliseconds = String(Int64(now.timeIntervalSince1970 * 1_000), radix: 16)
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    return milliseconds + "-" + String(repeating: "0", count: 16 - random.count) + random
  }

  /// A date that the person gives, as of now.
  static func date(_ day: CalendarDay) -> Event {
    var event = now(.explicitDate)
    event.date = day
    return event
  }
}
