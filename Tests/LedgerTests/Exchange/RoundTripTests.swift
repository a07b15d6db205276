import CardState
import Foundation
import Renewal
import Testing

@testable import Ledger

struct RoundTripTests {
  private static let count = 18
  private static let now = moment("2026-03-01T12:00:00Z")

  /// A ledger with lines of every kind.
  private func filled(seed: UInt64) throws -> (scratch: Scratch, ledger: Ledger) {
    var random = SplitMix(seed: seed)
    let scratch = try Scratch()
    let ledger = try scratch.open()
    let texts = [
      "=cmd|' /C calc'!A0", "a,b;c\td", "\"quoted\"", "two\r\nlines", "", " spaces ", "中文 ★",
      "-1+1", "\u{FEFF}mark",
    ]
    for number in 0..<Self.count {
      var line = random.line(number: number, rules: scratch.rules)
      line.name = "\(number) \(texts[number % texts.count])"
      line.plan = Bool.random(using: &random) ? .data : nil
      if Bool.random(using: &random) { line.lowBalance = try money("0.50 EUR") }
      if Bool.random(using: &random) { line.retiredOn = CalendarDay("2026-11-23") }
      line.thresholds = Bool.random(using: &random) ? [] : Threshold.usual
      try ledger.add(line, at: Self.now)
      for event in 0..<Int.random(in: 0...6, using: &random) {
        var event = random.event(near: Self.now, number: event)
        event.note = texts.randomElement(using: &random)
        if Bool.random(using: &random) { event.counterpart = .service }
        if Bool.random(using: &random) { event.clock = "number" }
        try ledger.append(event, to: line.id)
      }
      var attempt = RenewalAttempt(id: "attempt \(number)", line: line.id, plannedAt: Self.now)
      attempt.amount = try money("14.99 GBP")
      attempt.channel = .kiosk
      try ledger.save(attempt)
      if number.isMultiple(of: 2) { try attempt.submit(at: Self.now.addingTimeInterval(60)) }
      try ledger.save(attempt)
      if number.isMultiple(of: 4) {
        try attempt.fail(.barredNeedsContact, at: Self.now.addingTimeInterval(90))
        try ledger.save(attempt)
      }
      if number.isMultiple(of: 8) {
        let again = RenewalAttempt(id: "a", line: line.id, plannedAt: Self.now)
        if number == 8 { try ledger.save(again) }
        line.name += "!"
        try ledger.change(line, at: Self.now)
        let notice = Notice(
          about: .line(line.id), duty: "renew", clock: "number",
          due: try #require(CalendarDay("2026-04-01")), threshold: number, channel: "mail")
        try ledger.intend([notice])
        try ledger.noteSent([notice], over: "mail")
        try ledger.set(number == 8 ? Hush() : Hush(until: Self.now), of: line.id)
        for iccid in [line.iccid ?? "8944000000000000001", "894400000000000001\(number)"] {
          try ledger.save(random.card(iccid, at: Self.now))
        }
      }
    }
    return (scratch, ledger)
  }

  private func exported(_ ledger: Ledger, _ format: ExchangeFormat) throws -> String {
    let text = Collected()
    try ledger.export(as: format, generatedAt: Self.now) { text.data.append($0) }
    return String(decoding: text.data, as: UTF8.self)
  }

  @Test(arguments: ExchangeFormat.allCases, [1, 2] as [UInt64])
  func whatLeavesComesBackAsItWas(format: ExchangeFormat, seed: UInt64) throws {
    let (scratch, ledger) = try filled(seed: seed)
    let text = try exported(ledger, format)
    var ids: [String] = []
    for retired in [false, true] {
      try ledger.forEachLine(retired: retired) { line, _ in
        ids.append(line.id)
        return true
      }
    }
    let events = try ids.map { try ledger.events(of: $0) }
    for id in ids { try ledger.purge(id) }
    #expect(try ledger.lineCount() == 0)

    let imported = try Import(text, as: format, into: ledger)
    #expect(imported.problems == [])
    #expect(imported.report.lines == Self.count)
    #expect(imported.report.events == events.joined().count)
    #expect(imported.report.attempts == Self.count + 1)
    #expect(try exported(ledger, format) == text)
    #expect(try ids.map { try ledger.events(of: $0) } == events)

    let again = try Import(text, as: format, into: ledger)
    #expect(again.problems == [])
    #expect(again.report.unchanged > Self.count)
    #expect(again.report.lines + again.report.events + again.report.attempts == 0)
    #expect(try exported(scratch.open(), format) == text)
  }

  @Test func jsonHasEverything() throws {
    let (_, ledger) = try filled(seed: 4)
    let scratch = try Scratch()
    let other = try scratch.open()
    let text = try exported(ledger, .json)
    let imported = try Import(text, as: .json, into: other)
    #expect(imported.problems == [])
    #expect(imported.report.formerSettings == 3)
    #expect(imported.report.notices == 3)
    #expect(imported.report.snapshots > 0)
    #expect(try exported(other, .json) == text)
    for index in stride(from: 0, to: Self.count, by: 8) {
      #expect(
        try other.formerSettings(of: "line \(index)") == ledger.formerSettings(of: "line \(index)"))
    }
  }

  @Test func spreadsheetsMayChangeTheFormOfATable() throws {
    let (_, ledger) = try filled(seed: 5)
    let text = try exported(ledger, .csv)
    let other = try Scratch().open()
    let marked = try Import("\u{FEFF}" + text, as: .csv, into: other)
    #expect(marked.problems == [])
    #expect(try exported(other, .csv) == text)
  }

  @Test(arguments: [1, 2, 7, 4096]) func theWayTheBytesComeChangesNothing(size: Int) throws {
    let (_, ledger) = try filled(seed: 6)
    for format in ExchangeFormat.allCases {
      let text = try exported(ledger, format)
      let other = try Scratch().open()
      let imported = try Import(text, as: format, into: other, chunk: size)
      #expect(imported.problems == [])
      #expect(try exported(other, format) == text)
    }
  }

  @Test func theDocumentIsAsItsSchemaSays() throws {
    let (scratch, ledger) = try filled(seed: 7)
    try Validation.check(try exported(ledger, .json), in: scratch)
    let collected = Collected()
    var document = try LinesDocument(generatedAt: Self.now) { collected.data.append($0) }
    try ledger.forEachLine { line, verdict in
      var record = LineRecord(line)
      record.events = try ledger.events(of: line.id)
      record.attempts = try ledger.attempts(of: line.id)
      record.verdict = verdict
      try document.add(record)
      return true
    }
    try document.finish()
    try Validation.check(String(decoding: collected.data, as: UTF8.self), in: scratch)
  }

  /// The schema lists the words that the code knows, no more and no fewer.
  @Test func theSchemasWordsAreThoseOfTheCode() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Docs/schema/lines.schema.json")
    let schema = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .replacing(/\s+/, with: " ")
    func words<Words: Vocabulary>(_: Words.Type, except: Words? = nil) -> String {
      let words = Words.allCases.filter { $0 != except }.map { "\"\($0.rawValue)\"" }
      return "\"enum\": [\(words.joined(separator: ", "))]"
    }
    for list in [
      words(LineState.self), words(Severity.self), words(Confidence.self), words(Subject.self),
      words(PackState.self), words(Line.Plan.self), words(Missing.What.self),
      words(Period.Unit.self), words(Confirmation.self),
      words(FailureReason.self), words(RenewalAttempt.Phase.self, except: .unconfirmed),
    ] {
      #expect(
        schema.replacing("[ ", with: "[").replacing(" ]", with: "]").contains(list), "\(list)")
    }
  }
}

/// Bytes that come piece by piece.
final class Collected {
  var data = Data()
}

/// An import of a text, with what it said.
struct Import {
  let report: ImportReport
  let problems: [ImportProblem]

  init(
    _ text: String, as format: ExchangeFormat, into ledger: Ledger, isStrict: Bool = false,
    chunk: Int = 10_000
  ) throws {
    try self.init(
      Data(text.utf8), as: format, into: ledger, isStrict: isStrict, chunk: chunk)
  }

  init(
    _ data: Data, as format: ExchangeFormat, into ledger: Ledger, isStrict: Bool = false,
    chunk: Int = 10_000
  ) throws {
    var rest = data
    let found = Problems()
    report = try ledger.importLines(
      from: format, isStrict: isStrict, at: moment("2026-03-01T12:00:00Z"),
      report: { found.list.append($0) },
      read: {
        defer { rest = rest.dropFirst(chunk) }
        return rest.prefix(chunk)
      })
    problems = found.list
  }

  final class Problems {
    var list: [ImportProblem] = []
  }
}
