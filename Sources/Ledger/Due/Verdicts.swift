public import FoundationEssentials
import GRDB
public import Renewal

extension Ledger {
  /// Where a line stands.
  ///
  /// - Parameters:
  ///   - id: the line.
  ///   - moment: when; now if left out.
  /// - Throws: ``LedgerError/Code/unknownLine``.
  public func verdict(of id: Line.ID, at moment: Date? = nil) throws(LedgerError) -> Verdict {
    let now = moment ?? judging.now()
    return try read { database in
      let row = try LineRow.known(database, id)
      return try Judgement.verdict(
        database, of: try row.line(), key: row.key, by: judging, at: now
      ).verdict
    }
  }

  /// Goes through the lines that are due by a day, or through all, soonest due first; lines that
  /// nothing is due of come last.
  ///
  /// - Parameters:
  ///   - limit: the last day; all lines if left out.
  ///   - progress: is told how many lines were judged anew, and of how many, where the rules, the
  ///     zone or the time make that necessary.
  ///   - body: gets each line; false ends it. It may use the ledger.
  public func forEachLine(
    dueBy limit: CalendarDay? = nil, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in },
    _ body: (Line, Verdict) throws -> Bool
  ) throws {
    let now = judging.now()
    let all = try read { database in
      try LineRow.fetchAll(database, sql: "SELECT key, json FROM line").map { row in
        let line = try row.line()
        return (
          line,
          try Judgement.verdict(database, of: line, key: row.key, by: judging, at: now).verdict
        )
      }
    }
    for (line, verdict) in all.sorted(by: {
      ($0.1.dueOn?.description ?? "X") < ($1.1.dueOn?.description ?? "X")
    }) {
      if let limit, verdict.dueOn.map({ $0 > limit }) ?? true { continue }
      guard try body(line, verdict) else { return }
    }
  }
}
