import CardState
import FoundationEssentials
import GRDB
public import Renewal

/// A line with what the ledger has of it.
public struct WholeLine: Sendable {
  /// The line.
  public let line: Line
  /// See ``Ledger/events(of:)``.
  public let events: [Event]
  /// See ``Ledger/formerSettings(of:)``.
  public let former: [FormerSettings]
  /// See ``Ledger/attempts(of:)``.
  public let attempts: [RenewalAttempt]
  /// See ``Ledger/reference(of:)``.
  public let reference: String
}

extension Ledger {
  /// What the ledger has of a line.
  ///
  /// - Throws: ``LedgerError/Code/unknownLine``.
  public func wholeLine(_ id: Line.ID) throws(LedgerError) -> WholeLine {
    try read { database in
      let row = try LineRow.known(database, id)
      return try StoredLine(database, try row.line(), row.key).kept
    }
  }

  /// Goes through lines as ``forEachLine(dueBy:retired:progress:_:)`` does, with all that the ledger has of each.
  ///
  /// - Parameters:
  ///   - retired: whether to go through those that were taken off the lists instead; nil for both.
  ///   - isWanted: which of them; the others are not judged.
  ///   - work: what follows from a line alone and its place among those that are wanted, from 1. It is done on all
  ///     processors.
  ///   - body: gets what came of it; false ends it. It may use the ledger.
  /// - Throws: ``LedgerError``, or what `work` and `body` throw.
  public func forEachWholeLine<Value: Sendable>(
    retired: Bool? = false, where isWanted: (Line) -> Bool = { _ in true },
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in },
    working work: @escaping @Sendable (_ place: Int, WholeLine, Verdict) throws -> Value,
    _ body: (WholeLine, Verdict, Value) throws -> Bool
  ) throws {
    try judgeAgain(progress: progress)
    let (judging, now) = (judging, judging.now())
    var cursor = DueCursor(limit: nil)
    var place = 0
    func next() throws -> [StoredLine]? {
      let (count, stored) = try read { database in
        let rows = try cursor.nextRows(database)
        let hasReads =
          try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM snapshot)") ?? true
        let stored = try rows.compactMap { row -> StoredLine? in
          let line = try row.line()
          guard retired.map({ (line.retiredOn != nil) == $0 }) ?? true, isWanted(line) else {
            return nil
          }
          place += 1
          return try StoredLine(
            database, line, row.key, hasReads ? try evidence(database, of: line) : [],
            place: place)
        }
        return (rows.count, stored)
      }
      if count > 0 { return stored }
      return cursor.goOnToLinesWithoutEnd() ? try next() : nil
    }
    func begin(_ stored: [StoredLine]) -> Background<[(WholeLine, Verdict, Value)]> {
      Background {
        try stored.mapOnAllProcessors { stored in
          let kept = try attempting { try stored.kept }
          let verdict = judge(
            kept.line, by: judging.rules, events: kept.events, evidence: stored.evidence, at: now,
            zone: judging.zone)
          return (kept, verdict, try work(stored.place, kept, verdict))
        }
      }
    }
    // While some are worked on the next ones are read, and what came of those before is used.
    var judged = try next().map(begin)
    while let present = judged {
      let stored = try next()
      let found = try present.value
      judged = stored.map(begin)
      for (kept, verdict, value) in found {
        guard try body(kept, verdict, value) else { return }
      }
    }
  }
}

/// A line with what the ledger has of it, as it is kept.
private struct StoredLine: Sendable {
  let line: Line
  let evidence: [Evidence]
  let place: Int
  let events: [String]
  let former: [(until: Date, json: String)]
  let attempts: [String]
  let reference: String

  init(
    _ database: Database, _ line: Line, _ key: Int64, _ evidence: [Evidence] = [], place: Int = 1
  ) throws {
    self.line = line
    self.evidence = evidence
    self.place = place
    events = try EventRow.stored(database, of: key)
    former = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT until, json FROM formerLine WHERE line = ? ORDER BY rowid DESC"),
      arguments: [key]
    ).map { (Date(timeIntervalSince1970: $0["until"]), $0["json"]) }
    attempts = try String.fetchAll(
      database.cachedStatement(sql: AttemptRow.standing), arguments: [key])
    reference =
      try String.fetchOne(
        database.cachedStatement(
          sql: "SELECT key || '-' || CAST(addedAt AS INTEGER) FROM line WHERE key = ?"),
        arguments: [key]) ?? ""
  }

  var kept: WholeLine {
    get throws {
      WholeLine(
        line: line,
        events: try StoredJSON.value([Event].self, "[\(events.joined(separator: ","))]"),
        former: try former.map {
          FormerSettings(until: $0.until, line: try StoredJSON.value(Line.self, $0.json))
        },
        attempts: try attempts.map { try StoredJSON.value(RenewalAttempt.self, $0) }
          .sorted { ($0.plannedAt, $0.id) > ($1.plannedAt, $1.id) },
        reference: reference)
    }
  }
}
