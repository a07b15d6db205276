import FoundationEssentials
import Ledger
import Words

/// What is told of an import: of each row before, of all of them afterwards.
final class ImportNotes {
  private let file: String
  private let isDryRun: Bool
  private let asJSON: Bool
  private var problems: [Problem] = []
  private var rows: [Row] = []
  private(set) var refused = 0
  private(set) var skipped = 0

  /// A file may have a million rows; the counts tell of all.
  private static let mostProblems = 1_000
  private static let mostRows = 100_000

  init(file: String, isDryRun: Bool, asJSON: Bool) {
    self.file = file
    self.isDryRun = isDryRun
    self.asJSON = asJSON
  }

  var hasRefused: Bool { refused > 0 }

  /// Tells what is wrong.
  func add(_ found: ImportProblem) {
    if !found.isWarning { refused += 1 }
    // A preview says of the row itself why it is refused.
    if found.isWarning || !isDryRun || asJSON {
      StandardError.write(Terminal.clean("\(file):\(found.sentence.text)"))
    }
    if problems.count < Self.mostProblems { problems.append(found.problem(in: file)) }
  }

  /// Tells what becomes of a row: of each where that is asked for, else of those that are about no line.
  func add(_ row: ImportedRow) {
    if case .skipped(let why) = row.outcome {
      skipped += 1
      if !isDryRun || asJSON {
        let sentence = Words("\(row.line): passed over: \(why)")
        StandardError.write(Terminal.clean("\(file):\(sentence.text)"))
      }
    }
    guard isDryRun else { return }
    if asJSON {
      if rows.count < Self.mostRows { rows.append(Row(row)) }
    } else {
      StandardOutput.write(Terminal.clean(row.sentence.text) + "\n")
    }
  }

  /// Tells how much came in, and why nothing did.
  func print(_ report: ImportReport, _ failure: Problem?) throws {
    if asJSON {
      try Document(
        .answer,
        Answer(imported: Answer.Counts(report), preview: isDryRun ? rows : nil),
        errors: problems + [failure].compactMap { $0 }
      ).write()
    } else if failure == nil {
      StandardOutput.write(report.sentence.text + "\n")
    }
    if let failure { StandardError.report(failure) }
  }

  private struct Answer: Encodable {
    var imported: Counts
    var preview: [Row]?

    /// How much came in.
    struct Counts: Encodable {
      var lines: Int
      var changed: Int
      var events: Int
      var attempts: Int
      var unchanged: Int
      var refused: Int
      var skipped: Int

      init(_ report: ImportReport) {
        lines = report.lines
        changed = report.changed
        events = report.events
        attempts = report.attempts
        unchanged = report.unchanged
        refused = report.refused
        skipped = report.skipped
      }
    }
  }

  /// What becomes of a row.
  private struct Row: Encodable {
    var row: Int
    var name: String?
    var outcome: String
    var cells: [Cell]?
    var column: String?
    var message: Words?

    struct Cell: Encodable {
      var column: String
      var from: String?
      var to: String

      init(_ cell: ImportedRow.Cell) { (column, from, to) = (cell.column, cell.from, cell.to) }
    }

    init(_ row: ImportedRow) {
      self.row = row.line
      name = row.name
      switch row.outcome {
      case .new(let cells):
        outcome = "new"
        self.cells = cells.map(Cell.init)
      case .changed(let cells):
        outcome = "changed"
        self.cells = cells.map(Cell.init)
      case .unchanged: outcome = "unchanged"
      case .refused(let why, let column):
        outcome = "refused"
        message = why
        self.column = column
      case .skipped(let why):
        outcome = "skipped"
        message = why
      }
    }
  }
}

extension ImportedRow {
  /// What becomes of it, behind its line.
  var sentence: Words {
    let name = name ?? ""
    switch outcome {
    case .new(let cells):
      let list = cells.filter { $0.column != "name" }.map(\.text).joined(separator: "; ")
      return list.isEmpty ? Words("\(line): new: \(name)") : Words("\(line): new: \(name): \(list)")
    case .changed(let cells):
      let list = cells.map(\.text).joined(separator: "; ")
      return Words("\(line): changed: \(name): \(list)")
    case .unchanged: return Words("\(line): already there: \(name)")
    case .refused(let why, let column):
      guard let column else { return Words("\(line): refused: \(why)") }
      return Words("\(line): refused: \(column): \(why)")
    case .skipped(let why): return Words("\(line): passed over: \(why)")
    }
  }
}

extension ImportedRow.Cell {
  /// The column, and what it has now and before.
  fileprivate var text: String {
    from.map { "\(column) \($0) → \(to)" } ?? "\(column) \(to)"
  }
}

extension ImportProblem {
  /// Where it is and what is wrong, behind the file's name.
  var sentence: Words {
    let place = column.map { "\(line): \($0)" } ?? "\(line)"
    return isWarning ? Words("\(place): warning: \(message)") : Words("\(place): \(message)")
  }

  fileprivate func problem(in file: String) -> Problem {
    Problem(isWarning ? .oddRecord : .refusedRecord, Words("\(file):\(sentence)"))
  }
}

extension ImportReport {
  /// How much came in.
  var sentence: Words {
    Words(
      """
      new lines: \(lines), new events: \(events), new renewals: \(attempts); changed lines: \(changed), \
      already there: \(unchanged), refused: \(refused), passed over: \(skipped)
      """
    )
  }
}
