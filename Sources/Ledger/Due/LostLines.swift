import GRDB
public import Renewal

extension Ledger {
  /// The lines that were lost on some days (``Renewal/Verdict/lostOn``), those that were taken off the lists left
  /// out, in the order in which they were added.
  public func lines(lostIn days: ClosedRange<CalendarDay>) throws(LedgerError) -> [Line] {
    try judgeAgain()
    return try read { database in
      try LineRow.fetchAll(
        database.cachedStatement(sql: Self.lost),
        arguments: [days.lowerBound.description, days.upperBound.description]
      ).map { try $0.line() }.filter { $0.retiredOn == nil }
    }
  }

  static let lost = "SELECT key, json FROM line WHERE lostOn BETWEEN ? AND ? ORDER BY key"

  /// Lines in the order in which ``forEachLine(dueBy:retired:progress:_:)`` gives them out; unknown ones are left
  /// out.
  public func inOrder(_ ids: some Sequence<Line.ID>) throws(LedgerError) -> [Line.ID] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT coalesce(dueOn, 'without') AS day, key FROM line WHERE id = ?")
      let places = try ids.compactMap { id in
        try Row.fetchOne(statement, arguments: [id])
          .map { (id: id, day: $0["day"] as String, key: $0["key"] as Int64) }
      }
      return places.sorted { ($0.day, $0.key) < ($1.day, $1.key) }.map(\.id)
    }
  }

  /// The most days before a last one on which the owner of a line wants to be told of it; nil where nobody said.
  public func mostDaysOfThresholds() throws(LedgerError) -> Int? {
    try read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT max(threshold.value ->> 'days') FROM line, json_each(line.json, '$.thresholds') AS threshold
          WHERE line.json ->> 'thresholdsAreOwn' OR line.json -> 'thresholds' <> ?
          """, arguments: [try StoredJSON.text(Threshold.usual)])
    }
  }
}
