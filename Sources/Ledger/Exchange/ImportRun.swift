import FoundationEssentials
import GRDB
import Renewal
import Words

/// One import: takes records, counts, and reports what is wrong.
struct ImportRun {
  private var source: any ImportSource
  private let moment: Date
  private let progress: (Int) -> Void
  private let report: (ImportProblem) -> Void
  private(set) var done = ImportReport()
  private var read = 0

  /// How many records are written in one transaction.
  static let batch = 2_000

  init(
    source: any ImportSource, at moment: Date, progress: @escaping (Int) -> Void,
    report: @escaping (ImportProblem) -> Void
  ) {
    self.source = source
    self.moment = moment
    self.progress = progress
    self.report = report
  }

  /// Takes what can be taken.
  mutating func leniently(into ledger: Ledger) throws {
    while true {
      let entries = try nextEntries()
      if entries.isEmpty { return }
      // The counts are those of what was committed.
      var copy = self
      try ledger.write { database in
        for entry in entries { try copy.take(entry, database) }
      }
      self = copy
      progress(read)
    }
  }

  /// Takes everything or nothing.
  mutating func strictly(into ledger: Ledger) throws {
    var copy = self
    do {
      try ledger.refuseReadOnly()
      try ledger.queue.write { database in
        while true {
          let entries = try copy.nextEntries()
          if entries.isEmpty { break }
          for entry in entries { try copy.take(entry, database) }
          copy.progress(copy.read)
        }
        if copy.done.refused > 0 { throw LedgerError.refusedImport }
      }
    } catch let error as DatabaseError {
      throw LedgerError(error)
    }
    self = copy
  }

  private mutating func nextEntries() throws -> [ImportEntry] {
    var entries: [ImportEntry] = []
    var records = 0
    while records < Self.batch, let entry = try source.next() {
      records += max(1, entry.records.count)
      entries.append(entry)
    }
    read += records
    return entries
  }

  private mutating func take(_ entry: ImportEntry, _ database: Database) throws {
    for problem in entry.problems { tell(problem) }
    for record in entry.records {
      do {
        try take(record, at: entry.line, database)
      } catch let error as LedgerError {
        tell(ImportProblem(line: entry.line, error.message))
      }
    }
  }

  private mutating func tell(_ problem: ImportProblem) {
    if !problem.isWarning { done.refused += 1 }
    report(problem)
  }

  private mutating func count(_ isNew: Bool, _ member: WritableKeyPath<ImportReport, Int>) {
    done[keyPath: isNew ? member : \.unchanged] += 1
  }

  private mutating func take(
    _ record: ImportRecord, at line: Int, _ database: Database
  ) throws {
    switch record {
    case .line(let new):
      let present = try LineRow.find(database, new.id)
      try take(new.stored, over: present, at: line, database)
    case .row(let new, let given, let events):
      let present = try find(new, database)
      var new = try present?.line().with(given, of: new) ?? new
      new = new.stored
      if present == nil, new.id.isEmpty { new.id = new.iccid ?? UUID().uuidString }
      let key = try take(new, over: present, at: line, database)
      for event in events where try EventRow.json(database, event.id, of: key) == nil {
        count(try EventRow.append(database, event, to: key), \.events)
      }
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
    case .snapshot(let snapshot):
      count(try SnapshotRow.save(database, snapshot.stored), \.snapshots)
    }
  }

  // A row of a person's own table may have no identifier.
  private func find(_ line: Line, _ database: Database) throws -> LineRow? {
    if !line.id.isEmpty { return try LineRow.find(database, line.id) }
    if let iccid = line.iccid { return try LineRow.find(database, iccid: iccid) }
    let named = try LineSearch(database: database, reference: line.name, limit: 2).named()
    guard named.count < 2 else { throw LedgerError.ambiguous(try named.map { try $0.line().name }) }
    return named.first
  }

  @discardableResult
  private mutating func take(
    _ line: Line, over present: LineRow?, at place: Int, _ database: Database
  ) throws -> Int64 {
    guard let present else {
      try LineRow.refuseOthers(database, with: line, except: nil)
      done.lines += 1
      return try LineRow.insert(database, line, at: moment)
    }
    done.unchanged += 1
    if try present.json != StoredJSON.text(line) {
      tell(
        ImportProblem(
          line: place, isWarning: true,
          Words("the ledger has other settings for this line, and they stay")))
    }
    return present.key
  }
}

extension Line {
  /// The line with what was given of another one.
  fileprivate func with(_ given: Set<String>, of other: Line) -> Line {
    var line = self
    if given.contains("name") { line.name = other.name }
    if given.contains("iccid"), let iccid, let theirs = other.iccid,
      !ICCIDForms(iccid).all.contains(theirs), !formerCards.contains(where: { $0.iccid == theirs })
    {
      line.iccid = theirs
    }
    if given.contains("plan") { line.plan = other.plan }
    if given.contains("rule") { line.rule = other.rule }
    if given.contains("billingDay") { line.billingDay = other.billingDay }
    if given.contains("lowBalance") { line.lowBalance = other.lowBalance }
    if given.contains("thresholds") { line.thresholds = other.thresholds }
    if given.contains("retiredOn") { line.retiredOn = other.retiredOn }
    if given.contains("clocks") { line.clocks = other.clocks }
    return line
  }
}
