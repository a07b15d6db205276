import GRDB
public import Renewal

extension Ledger {
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
            kept.line, by: judging.rules, events: kept.events, evidence: stored.evidence,
            submitted: kept.attempts.submittedAt, at: now, zone: judging.zone)
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
