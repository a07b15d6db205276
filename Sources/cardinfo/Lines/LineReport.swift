import CardState
import FoundationEssentials
import Ledger
import Renewal
import Words

/// One line, whole: for people, or as one JSON document.
struct LineReport {
  private let line: Line
  private var record: LineRecord
  private let verdict: Verdict
  private let lastRead: Date?
  private let hush: Hush?
  private let zone: TimeZone

  init(_ ledger: Ledger, _ line: Line) throws(LedgerError) {
    self.line = line
    verdict = try ledger.verdict(of: line.id)
    record = try LineRecord(ledger, line, verdict)
    lastRead = try ledger.snapshots(of: line.iccid ?? "", limit: 1).first?.readAt
    hush = try ledger.hush(of: line.id)
    record.hush = hush
    zone = ledger.judging.zone
  }

  /// Adds what was written down, and what each did.
  mutating func addHistory(_ ledger: Ledger) throws(LedgerError) {
    record.history = try ledger.history(of: line.id)
  }

  /// Prints it, behind a sentence on what was done where there is one.
  func print(asJSON: Bool, done: Words? = nil) throws {
    if asJSON {
      var document = try LinesDocument.onStandardOutput()
      try document.add(record)
      return try document.end()
    }
    StandardOutput.write { colour in
      (done.map { [Style.good.apply(Terminal.clean($0.text), colour)] } ?? []) + lines(colour)
    }
  }

  private var events: [Event] { record.events ?? [] }

  private func lines(_ colour: Bool) -> [String] {
    let text = VerdictText(verdict: verdict, events: events, zone: zone)
    return [Style.heading.apply(Terminal.clean(line.name), colour)]
      + facts(text).lines(indent: 2, colour: colour) + clockLines(colour)
      + text.full(indent: 2) + eventLines(colour) + attemptLines(colour)
      + HistoryText(steps: record.history ?? [], events: events, zone: zone).lines(colour)
  }

  private func facts(_ text: VerdictText) -> Table {
    var table = Table()
    table.add(
      Table.Cell(Words("state").text, .label),
      Table.Cell("\(verdict.mark) \(text.summary.text)", verdict.style))
    table.add(Words("sure"), verdict.confidence.words.text)
    table.add(Words("number"), line.numbers.joined(separator: ", "))
    table.add(Words(verbatim: "ICCID"), line.iccid)
    table.add(
      Words("former cards"),
      line.formerCards.map { Words("\($0.iccid) until \($0.until)").text }.joined(separator: ", "))
    table.add(Words("carrier"), line.carrier)
    table.add(Words("rule"), line.rule)
    table.add(Words("plan"), line.plan?.words.text)
    for (label, value) in PlanText(line, verdict, zone).facts { table.add(label, value) }
    table.add(Words("owner"), line.owner)
    table.add(Words("group"), line.group)
    table.add(Words("tags"), line.tags.joined(separator: ", "))
    table.add(Words("paid by"), line.paymentMethod)
    table.add(Words("note"), line.note)
    table.add(
      Words("notices"),
      hush.map { hush in
        hush.until.map { Words("none until \($0.minuteText(in: zone))") } ?? Words("none: muted")
      }?.text)
    table.add(Words("off the lists"), line.retiredOn?.description)
    table.add(Words("card read"), lastRead?.minuteText(in: zone))
    return table
  }

  private func clockLines(_ colour: Bool) -> [String] {
    guard verdict.clocks.count > 1 else { return [] }
    var table = Table()
    for clock in verdict.clocks {
      table.add(
        Table.Cell(clock.mark, clock.severity.style),
        Table.Cell(clock.subject.words.text), Table.Cell(clock.clock, .label),
        Table.Cell((clock.pack?.words ?? clock.state.words).text),
        Table.Cell(clock.safeLastDay?.description ?? ""))
    }
    return [Words("terms").text].map { "  " + Style.label.apply($0, colour) }
      + table.lines(indent: 4, colour: colour)
  }

  private func eventLines(_ colour: Bool) -> [String] {
    guard !events.isEmpty else { return [] }
    let undone = Event.undone(among: events)
    var table = Table()
    for (index, event) in events.enumerated() {
      let details = [
        event.amount?.text, event.volume?.text, event.date?.description, event.origin?.words?.text,
        event.term?.words.text,
        event.note,
        undone.contains(event.id) ? Words("undone").text : nil,
      ]
      table.add(
        Table.Cell("\(index + 1)", .label), Table.Cell(event.on.dayText(in: zone)),
        Table.Cell(event.noun.text),
        Table.Cell(details.compactMap { $0 }.joined(separator: ", ")))
    }
    return ["  " + Style.label.apply(Words("happened").text, colour)]
      + table.lines(indent: 4, colour: colour)
  }

  private func attemptLines(_ colour: Bool) -> [String] {
    guard let attempts = record.attempts, !attempts.isEmpty else { return [] }
    var table = Table()
    for attempt in attempts {
      let details = [
        attempt.amount?.text, attempt.channel?.words.text, attempt.confirmation?.words.text,
        attempt.failure?.words.text,
      ]
      let last = attempt.closedAt ?? attempt.submittedAt ?? attempt.plannedAt
      table.add(
        Table.Cell(last.minuteText(in: zone)),
        Table.Cell(attempt.phase(at: Date(), zone: zone).words.text),
        Table.Cell(details.compactMap { $0 }.joined(separator: ", ")))
    }
    return ["  " + Style.label.apply(Words("renewals").text, colour)]
      + table.lines(indent: 4, colour: colour)
  }
}

extension LineRecord {
  /// What the ledger knows of a line, and where it stands now.
  init(_ ledger: Ledger, _ line: Line, _ verdict: Verdict) throws(LedgerError) {
    self.init(line, verdict)
    events = try ledger.events(of: line.id)
    attempts = try ledger.attempts(of: line.id)
  }
}

extension LinesDocument {
  /// Begins a document on standard output.
  static func onStandardOutput() throws -> LinesDocument {
    try LinesDocument(generatedAt: Date()) { StandardOutput.write(Array($0)) }
  }

  /// Ends the document with what went wrong.
  func end(_ problems: [Problem] = []) throws {
    try finish(errors: Problem.besideTheAnswer + problems)
  }
}
