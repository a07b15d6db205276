import FoundationEssentials
import GRDB
import Renewal
import Words

/// One import: takes records, counts, and reports what is wrong.
struct ImportRun {
  private var source: any ImportSource
  private let moment: Date
  private let zone: TimeZone
  private let progress: (Int) -> Void
  private let report: (ImportProblem) -> Void
  private let row: (ImportedRow) -> Void
  private(set) var done = ImportReport()
  private var read = 0
  /// The lines that this file was about, each with where and as what.
  private var taken: [Int64: (place: Int, mark: Int)] = [:]

  /// After how many records progress is told.
  private static let batch = 2_000
  /// No person has more.
  private static let mostRecords = 10_000_000

  init(
    source: any ImportSource, at moment: Date, in zone: TimeZone, progress: @escaping (Int) -> Void,
    report: @escaping (ImportProblem) -> Void, row: @escaping (ImportedRow) -> Void
  ) {
    self.source = source
    self.moment = moment
    self.zone = zone
    self.progress = progress
    self.report = report
    self.row = row
  }

  /// Takes what can be taken; or, if it is strict, everything or nothing.
  mutating func take(into ledger: Ledger, isStrict: Bool, isRehearsal: Bool) throws {
    // The counts are those of what was committed.
    var copy = self
    // A rehearsal leaves the copy of a ledger that can't be written as it is, too.
    if !isRehearsal { try ledger.refuseReadOnly() }
    do {
      try ledger.queue.writeWithoutTransaction { database in
        try database.inTransaction {
          try copy.takeAll(database)
          if isRehearsal { return .rollback }
          if isStrict, copy.done.refused > 0 { throw LedgerError.refusedImport }
          return .commit
        }
      }
    } catch let error as DatabaseError {
      throw LedgerError(error)
    }
    self = copy
  }

  private mutating func takeAll(_ database: Database) throws {
    if source.isPersons {
      var entries: [ImportEntry] = []
      while let entry = try nextEntry() { entries.append(entry) }
      for (entry, finding) in zip(entries, try RowFinder(database).find(entries)) {
        try take(entry, finding, database)
      }
    } else {
      while let entry = try nextEntry() { try take(entry, nil, database) }
    }
    progress(read)
  }

  private mutating func nextEntry() throws -> ImportEntry? {
    guard let entry = try source.next() else { return nil }
    let before = read
    read += max(1, entry.records.count)
    guard read <= Self.mostRecords else {
      throw LedgerError.notImportable(
        Words("the file has more than \(Self.mostRecords) records"))
    }
    if before / Self.batch != read / Self.batch { progress(read) }
    return entry
  }

  private mutating func take(
    _ entry: ImportEntry, _ finding: RowFinder.Finding?, _ database: Database
  ) throws {
    if let why = entry.whySkipped {
      done.skipped += 1
      return row(ImportedRow(line: entry.line, name: nil, outcome: .skipped(why)))
    }
    let counts = done
    var cells: [ImportedRow.Cell] = []
    var name = entry.name
    var refusal: ImportProblem?
    for problem in entry.problems {
      tell(problem)
      if !problem.isWarning { refusal = refusal ?? problem }
    }
    for record in entry.records {
      do {
        try take(record, at: entry.line, finding, &cells, &name, database)
        continue
      } catch let error as CellError {
        refusal = ImportProblem(line: entry.line, column: error.column, error.message)
      } catch let error as LedgerError {
        refusal = ImportProblem(line: entry.line, error.message)
      }
      if let refusal { tell(refusal) }
      // What is of a line goes with it.
      if case .line = record { break }
    }
    let outcome: ImportedRow.Outcome
    if let refusal {
      outcome = .refused(refusal.message, column: refusal.column)
    } else if done.lines > counts.lines {
      outcome = .new(cells)
    } else if done.changed > counts.changed {
      outcome = .changed(cells)
    } else if done.sum > counts.sum {
      outcome = .new(cells)
    } else {
      outcome = .unchanged
    }
    row(ImportedRow(line: entry.line, name: name, outcome: outcome))
  }

  private mutating func tell(_ problem: ImportProblem) {
    if !problem.isWarning { done.refused += 1 }
    report(problem)
  }

  private mutating func count(_ isNew: Bool, _ member: WritableKeyPath<ImportReport, Int>) {
    done[keyPath: isNew ? member : \.unchanged] += 1
  }

  private mutating func take(
    _ record: ImportRecord, at place: Int, _ finding: RowFinder.Finding?,
    _ cells: inout [ImportedRow.Cell], _ name: inout String?, _ database: Database
  ) throws {
    switch record {
    case .line(let new):
      name = new.name
      try take(new.stored, at: place, database)
    case .row(let row):
      try take(row, at: place, finding, &cells, &name, database)
    case .event(let event, let id):
      let key = try LineRow.known(database, id).key
      count(try EventRow.append(database, event, to: key), \.events)
    case .attempt(let attempt):
      let key = try LineRow.known(database, attempt.line).key
      count(try AttemptRow.save(database, attempt, of: key, at: moment), \.attempts)
    case .formerSettings(let former):
      let key = try LineRow.known(database, former.line.id).key
      count(try LineRow.insert(database, former, of: key), \.formerSettings)
    case .notice(let notice):
      let key = try LineRow.known(database, notice.line).key
      count(try NoticeRow.insert(database, notice, of: key), \.notices)
    case .hush(let hush, let id):
      try HushRow.insert(database, hush, of: try LineRow.known(database, id).key)
    case .snapshot(let snapshot):
      count(try SnapshotRow.save(database, snapshot.stored), \.snapshots)
    }
  }

  private mutating func take(_ line: Line, at place: Int, _ database: Database) throws {
    let json = try StoredJSON.text(line)
    guard let present = try LineRow.find(database, line.id) else {
      try LineRow.refuseOthers(database, with: line, except: nil)
      let key = try LineRow.insert(database, line, at: moment)
      taken[key] = (place, json.hashValue)
      done.lines += 1
      return
    }
    try note(present.key, at: place, as: json.hashValue)
    done.unchanged += 1
    if present.json != json {
      tell(
        ImportProblem(
          line: place, isWarning: true,
          Words("the ledger has other settings for this line, and they stay")))
    }
  }

  /// Refuses a line that the file was about before, and said something else of.
  private mutating func note(_ key: Int64, at place: Int, as mark: Int) throws {
    if let before = taken[key], before.mark != mark { throw CellError.same(as: [before.place]) }
    taken[key] = taken[key] ?? (place, mark)
  }

  // A row of our own table has the line's identifier; one that lacks it is found as a person's is.
  private func find(_ row: TableRow, _ database: Database) throws -> LineRow? {
    switch try RowFinder(database).find(row) {
    case .line(let key): try LineRow.find(database, key: key)
    case .refused(let error): throw error
    case .new, .same: nil
    }
  }

  private mutating func take(
    _ row: TableRow, at place: Int, _ finding: RowFinder.Finding?,
    _ cells: inout [ImportedRow.Cell], _ name: inout String?, _ database: Database
  ) throws {
    var present: LineRow?
    switch finding {
    case .refused(let error)?: throw error
    case .same?:
      done.unchanged += 1
      return
    case .line(let key)?: present = try LineRow.find(database, key: key)
    case .new?: break
    case nil: present = try find(row, database)
    }
    let taking = RowTaking(row, database, at: moment, in: zone)
    if let present {
      try note(present.key, at: place, as: row.mark)
      let change = try taking.change(present)
      name = try present.line().name
      cells = change.cells
      for message in change.kept {
        tell(ImportProblem(line: place, column: message.column, isWarning: true, message.message))
      }
      done.events += change.events
      done.unchanged += change.unchanged
      count(!change.cells.isEmpty, \.changed)
    } else {
      if row.hasRoundedICCID { throw CellError("iccid", WrittenNumber.rounded) }
      let (key, added) = try taking.add()
      taken[key] = (place, row.mark)
      name = row.line.name
      cells = added.cells
      for message in added.kept {
        tell(ImportProblem(line: place, column: message.column, isWarning: true, message.message))
      }
      done.lines += 1
      done.events += added.events
    }
  }
}

extension ImportReport {
  /// How much was added, of all kinds.
  fileprivate var sum: Int {
    lines + changed + events + attempts + formerSettings + notices + snapshots
  }
}

extension CellError {
  /// Rows that are about one line.
  static func same(as places: [Int]) -> CellError {
    let list = places.map(String.init).joined(separator: ", ")
    return CellError(
      nil,
      Words(
        """
        line \(list) of the file is about the same line and says something else; keep one of them, \
        or give each its own name, number and ICCID
        """))
  }
}
