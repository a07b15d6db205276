import CardState
import FoundationEssentials
import GRDB

/// A row of the table of snapshots.
struct SnapshotRow: FetchableRecord {
  let key: Int64
  let json: String

  init(row: Row) {
    key = row["key"]
    json = row["json"]
  }

  func snapshot() throws -> CardSnapshot { try StoredJSON.value(CardSnapshot.self, json) }

  static func save(_ database: Database, _ snapshot: CardSnapshot) throws {
    let json = try StoredJSON.text(snapshot)
    let readAt = snapshot.readAt.timeIntervalSince1970
    let listed = snapshot.euiccs.filter { $0.profiles != nil }
    let numbers = Set(snapshot.iccids + listed.map(\.eid))
    let rows = try latest(database, Array(numbers), limit: 100)
    if rows.contains(where: { $0.json == json }) { return }
    try database.execute(
      sql: "INSERT INTO snapshot(readAt, json) VALUES (?, ?)", arguments: [readAt, json])
    let key = database.lastInsertedRowID
    for number in numbers {
      try database.execute(
        sql: "INSERT INTO snapshotSubject(number, readAt, snapshot, inUse) VALUES (?, ?, ?, ?)",
        arguments: [number, readAt, key, number == snapshot.iccid])
    }
  }

  /// The latest reads of any of some numbers.
  static func latest(
    _ database: Database, _ numbers: [String], inUse: Bool = false, before moment: Date? = nil,
    limit: Int
  ) throws -> [SnapshotRow] {
    guard !numbers.isEmpty else { return [] }
    return try fetchAll(
      database,
      sql: """
        SELECT DISTINCT key, json, snapshot.readAt FROM snapshotSubject
        JOIN snapshot ON key = snapshot
        WHERE number IN (\(databaseQuestionMarks(count: numbers.count)))
        AND inUse >= ? AND snapshotSubject.readAt < ?
        ORDER BY snapshotSubject.readAt DESC, key DESC LIMIT ?
        """,
      arguments: StatementArguments(numbers)
        + [inUse, moment?.timeIntervalSince1970 ?? .infinity, limit])
  }
}
