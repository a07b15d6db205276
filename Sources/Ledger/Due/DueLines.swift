import FoundationEssentials
import GRDB
public import Renewal

extension Ledger {
  /// Goes through the lines that ask for something by a day, or through all, in the order in which they
  /// ask for it; those that ask for nothing come last.
  ///
  /// The day is that of ``Renewal/Verdict/listedOn``: the first by which its owner has to act on one of
  /// its duties.
  /// Lines that their owner took off the lists (``Renewal/Line/retiredOn``) are left out.
  ///
  /// - Parameters:
  ///   - limit: the last day; all lines if left out.
  ///   - retired: whether to go through those that were taken off the lists instead.
  ///   - progress: is told how many lines were judged anew, and of how many, where what was
  ///     written, the rules, the zone or the time make that necessary.
  ///   - body: gets each line with its verdict; false ends it. It may use the ledger.
  /// - Throws: ``LedgerError``, or what `body` throws.
  public func forEachLine(
    dueBy limit: CalendarDay? = nil, retired: Bool = false,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in },
    _ body: (Line, Verdict) throws -> Bool
  ) throws {
    try judgeAgain(progress: progress)
    let now = judging.now()
    var cursor = DueCursor(limit: limit)
    while true {
      let (rows, found) = try read { database in
        let rows = try cursor.nextRows(database)
        let lines = try rows.compactMap { row -> LineToJudge? in
          let line = try row.line()
          guard (line.retiredOn != nil) == retired else { return nil }
          return try lineToJudge(database, line, row.key)
        }
        return (rows.count, lines)
      }
      if rows == 0 {
        guard cursor.goOnToLinesWithoutEnd() else { return }
        continue
      }
      let verdicts = try attempting {
        try found.mapOnAllProcessors { [judging] in try $0.verdict(by: judging, at: now) }
      }
      for (found, verdict) in zip(found, verdicts) where limit.map(verdict.isDue) ?? true {
        guard try body(found.line, verdict) else { return }
      }
    }
  }

  /// Judges the lines again that have to be: after an import, or with other rules.
  ///
  /// ``forEachLine(dueBy:progress:_:)`` does so as well. What is judged already stays so when it is
  /// stopped.
  public func judgeAgain(
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(LedgerError) {
    let stale = try attempting { try Staleness(judging) }
    let total = try read(stale.count)
    guard total > 0 else { return }
    var done = 0
    // Another program with other rules may be at it as well: neither goes on for ever.
    while done < 2 * total {
      let some = try writeIndex {
        try stale.judgeSome(
          $0, limit: Self.batch, by: judging, evidence: { try evidence($0, of: $1) })
      }
      if some == 0 { break }
      done += some
      progress(min(done, total), total)
    }
    try writeIndex(stale.forgetOthers)
  }

  /// How many lines are read or judged at once.
  static let batch = 1_000
}

extension Verdict {
  fileprivate func isDue(by day: CalendarDay) -> Bool { listedOn.map { $0 <= day } ?? false }
}

/// How far a walk through the lines has come.
struct DueCursor {
  private let lastDay: String
  private let wantsAll: Bool
  private var hasEnd = true
  private var day = ""
  private var key: Int64 = 0
  // Few at first, for those who want the first few.
  private var batch = 16

  init(limit: CalendarDay?) {
    wantsAll = limit == nil
    lastDay = limit?.description ?? "9999-12-31"
  }

  static let withEnd = """
    SELECT key, json, dueOn FROM line WHERE (dueOn, key) > (?, ?) AND dueOn <= ?
    ORDER BY dueOn, key LIMIT ?
    """
  static let withoutEnd = """
    SELECT key, json, dueOn FROM line WHERE dueOn IS NULL AND key > ? ORDER BY key LIMIT ?
    """

  mutating func nextRows(_ database: Database) throws -> [LineRow] {
    let rows = try Row.fetchAll(
      database, sql: hasEnd ? Self.withEnd : Self.withoutEnd,
      arguments: hasEnd ? [day, key, lastDay, batch] : [key, batch])
    batch = min(2 * batch, Ledger.batch)
    if let last = rows.last {
      day = last["dueOn"] ?? ""
      key = last["key"]
    }
    return rows.map(LineRow.init)
  }

  mutating func goOnToLinesWithoutEnd() -> Bool {
    guard hasEnd, wantsAll else { return false }
    hasEnd = false
    key = 0
    return true
  }
}
