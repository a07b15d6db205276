import ArgumentParser
import Card
import CardState
import FoundationEssentials
import Ledger
import Renewal
import Words

/// `cardinfo line add`.
struct LineAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: Words("Start tracking a line, or track one again that was removed."),
    discussion: Words(
      """
      With --card every line on the cards in the readers that is not tracked yet: each is called as its \
      profile or its provider is, and gets the rule of its carrier where there is only one.
      """))

  @Option(help: ArgumentHelp(Words("What you call it.")))
  var name: String?

  @Flag(help: ArgumentHelp(Words("Track every line on the cards here.")))
  var card = false

  @OptionGroup var cards: CardOptions

  @OptionGroup var settings: LineSettings

  @Option(
    help: ArgumentHelp(Words("The day it was activated."), valueName: "date"),
    transform: Occurrence.argument)
  var activated: Occurrence?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      Words("The day of the last top-up, and what was paid, such as 2026-11-01 \"10 GBP\"."),
      valueName: "date amount"))
  var lastTopUp: [String] = []

  @Option(
    help: ArgumentHelp(Words("The day it was last used."), valueName: "date"),
    transform: Occurrence.argument)
  var lastUse: Occurrence?

  @OptionGroup var place: ReplacementOption

  @OptionGroup var confirmation: DoubtOptions

  @OptionGroup var ledger: LedgerOptions

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard name?.isBlank != true else { throw ValidationError(Words("--name is empty")) }
    guard card != (name != nil) else {
      throw ValidationError(Words("say what you call it with --name, or --card for all on a card"))
    }
    guard !card || settings.iccid == nil && settings.details.number.isEmpty else {
      throw ValidationError(Words("--iccid and --number are of one line, and --card is for all"))
    }
    guard !card || place.replaces == nil else {
      throw ValidationError(Words("--replaces is for one line, and --card is for all"))
    }
    guard card || cards.reader.isEmpty && cards.virtual.isEmpty else {
      throw ValidationError(Words("--reader and --virtual are for --card"))
    }
    guard !cards.redact else {
      throw ValidationError(Words("a line is found by its ICCID, and --redact masks it"))
    }
    _ = try topUp(for: nil)
  }

  func run() throws {
    if card {
      let document = try cards.readWhole(ReadingPlan())
      let ledger = try ledger.openOrMake()
      let read = document.cards.map(\.card)
      let hasLines = read.contains { !$0.lineICCIDs.isEmpty }
      try report(
        try addAll(on: read, to: ledger), in: ledger,
        areAllTracked: hasLines && document.errors.isEmpty)
      try Problem.end(document.errors, besideMuch: !document.cards.isEmpty)
    } else {
      let (line, events) = try self.line()
      let ledger = try ledger.openOrMake()
      try LineReport(ledger, try add(line, events, to: ledger)).print(asJSON: answer.json)
    }
  }

  /// The line that is said to be one, and what is said to have happened to it.
  func line() throws -> (Line, [Event]) {
    var line = Line(id: UUID().uuidString.lowercased(), name: name ?? "")
    try settings.apply(to: &line)
    return (line, try events(for: line))
  }

  /// Adds it.
  func add(_ new: Line, _ events: [Event], to ledger: Ledger) throws -> Line {
    var line = new
    // The second number on a card needs another name for good.
    if let iccid = line.iccid, try ledger.line(iccid) == nil { line.id = iccid }
    try confirmation.ask(about: events, of: line, beside: [], ledger)
    if let replacement = try place.replacement(in: ledger) {
      return try replacement.make(with: line, events, in: ledger)
    }
    return try track(line, with: events, in: ledger)
  }

  /// Adds every line on some cards that is not tracked.
  func addAll(on cards: [CardSnapshot], to ledger: Ledger) throws -> [Line] {
    var added: [Line] = []
    for card in cards {
      for offer in try TrackingOffer.all(on: card, besides: ledger) {
        var line = try Line(offer, in: ledger)
        try settings.apply(to: &line)
        let events = try events(for: line)
        try confirmation.ask(about: events, of: line, beside: [], ledger)
        try ledger.add(line, with: events, at: Date())
        try ledger.save(card)
        added.append(line)
      }
    }
    return added
  }

  private func report(_ added: [Line], in ledger: Ledger, areAllTracked: Bool) throws {
    if answer.json {
      var document = try LinesDocument.onStandardOutput()
      for line in added {
        try document.add(try LineRecord(ledger, line, try ledger.verdict(of: line.id)))
      }
      return try document.end()
    }
    if added.isEmpty, areAllTracked {
      StandardError.note(Words("every line on the cards here is tracked already"))
    }
    StandardOutput.write { colour in
      added.map {
        Style.good.apply(Terminal.clean($0.name), colour) + "  "
          + Terminal.clean(CarrierFiles.ruleWords(of: $0).text)
      }
    }
    choosing(added).forEach(StandardError.note)
  }

  /// How to choose a rule for the lines whose carrier has several.
  private func choosing(_ added: [Line]) -> [Words] {
    added.filter { !CarrierFiles.rules.choices(for: $0).isEmpty }.map { line in
      Words(
        "choose: cardinfo line set \(ShellWord.quoted(line.name)) --rule RULE, or --expires DATE")
    }
  }

  /// Adds the line, or puts the one with its ICCID back on the lists.
  private func track(_ line: Line, with events: [Event], in ledger: Ledger) throws -> Line {
    if let iccid = line.iccid, var known = try ledger.lines(onCard: iccid).first,
      known.retiredOn != nil
    {
      known.retiredOn = nil
      try ledger.append(events, changing: known, at: Date())
      return known
    }
    try ledger.add(line, with: events, at: Date())
    return line
  }

  private func events(for line: Line) throws -> [Event] {
    let known: [(Event.Kind, Occurrence?)] = [(.activation, activated), (.use, lastUse)]
    return known.compactMap { kind, on in on.map { Event.now(kind, on: $0) } }
      + [try topUp(for: line), settings.clock.expires.map(Event.date)].compactMap { $0 }
      + settings.validity.events
  }

  private func topUp(for line: Line?) throws -> Event? {
    guard let on = lastTopUp.first else { return nil }
    var event = Event.now(.topUp, on: try Occurrence.argument(on))
    let amount = lastTopUp.dropFirst().joined(separator: " ")
    guard !amount.isEmpty else { return event }
    let written = try WrittenMoney(amount)
    event.amount = try line.map { try written.money(in: $0.currency()) }
    return event
  }
}
