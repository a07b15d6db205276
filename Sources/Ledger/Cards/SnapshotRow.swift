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

  /// Whether it was saved; false where it is there already.
  static func save(_ database: Database, _ snapshot: CardSnapshot) throws -> Bool {
    let json = try StoredJSON.text(snapshot)
    let known = try String.fetchAll(
      database, sql: "SELECT json FROM snapshot WHERE readAt = ?",
      arguments: [snapshot.readAt.timeIntervalSince1970])
    // Earlier versions kept members that are no part of a read, such as evidence.
    let isKnown = try known.contains {
      try $0 == json || StoredJSON.value(CardSnapshot.self, $0) == snapshot
    }
    if isKnown { return false }
    try database.execute(
      sql: "INSERT INTO snapshot(readAt, json) VALUES (?, ?)",
      arguments: [snapshot.readAt.timeIntervalSince1970, json])
    try addSubjects(database, of: snapshot, key: database.lastInsertedRowID)
    try WaitingRow.take(database, snapshot)
    return true
  }

  func replace(_ database: Database, with snapshot: CardSnapshot) throws {
    try database.execute(
      sql: "UPDATE snapshot SET json = ? WHERE key = ?",
      arguments: [try StoredJSON.text(snapshot), key])
    try database.execute(sql: "DELETE FROM snapshotSubject WHERE snapshot = ?", arguments: [key])
    try Self.addSubjects(database, of: snapshot, key: key)
  }

  func delete(_ database: Database) throws {
    try database.execute(sql: "DELETE FROM snapshot WHERE key = ?", arguments: [key])
  }

  private static func addSubjects(
    _ database: Database, of snapshot: CardSnapshot, key: Int64
  ) throws {
    for number in Set(snapshot.iccids + snapshot.euiccs.map(\.eid)) {
      try database.execute(
        sql: "INSERT INTO snapshotSubject(number, readAt, snapshot, inUse) VALUES (?, ?, ?, ?)",
        arguments: [
          number, snapshot.readAt.timeIntervalSince1970, key, number == snapshot.iccid,
        ])
    }
    try awaitJudgement(database, key: key)
  }

  // Of the lines on the card, and of those that earlier reads of it had.
  private static func awaitJudgement(_ database: Database, key: Int64) throws {
    let numbers = try String.fetchAll(
      database,
      sql: """
        SELECT DISTINCT other.number FROM snapshotSubject AS this
        JOIN snapshotSubject AS same ON same.number = this.number
        JOIN snapshotSubject AS other ON other.snapshot = same.snapshot
        WHERE this.snapshot = ?
        """, arguments: [key])
    for form in Set(numbers.flatMap { ICCIDForms($0).all }) {
      try database.cachedStatement(
        sql: "UPDATE line SET judging = NULL WHERE iccid = ? AND judging IS NOT NULL"
      ).execute(arguments: [form])
    }
  }

  /// The latest read of each eUICC and of each subscription in use, the latest first. The numbers of eUICCs are
  /// longer than all others (SGP.02 §2.2.2: 32 digits).
  static func latestOfEach(_ database: Database) throws -> RecordCursor<SnapshotRow> {
    try fetchCursor(
      database,
      sql: """
        SELECT key, json FROM snapshot WHERE key IN (
          SELECT snapshot FROM (
            SELECT snapshot, MAX(readAt) FROM snapshotSubject
            WHERE inUse OR length(number) = 32 GROUP BY number))
        ORDER BY readAt DESC, key DESC
        """)
  }

  /// The latest reads of any of some numbers.
  static func latest(
    _ database: Database, _ numbers: [String], inUse: Bool = false, before moment: Date? = nil,
    limit: Int
  ) throws -> [SnapshotRow] {
    guard !numbers.isEmpty else { return [] }
    let statement = try database.cachedStatement(
      sql: """
        SELECT DISTINCT key, json, snapshot.readAt FROM snapshotSubject
        JOIN snapshot ON key = snapshot
        WHERE number IN (\(databaseQuestionMarks(count: numbers.count)))
        AND inUse >= ? AND snapshotSubject.readAt < ?
        ORDER BY snapshotSubject.readAt DESC, key DESC LIMIT ?
        """)
    return try fetchAll(
      statement,
      arguments: StatementArguments(numbers)
        + [inUse, moment?.timeIntervalSince1970 ?? .infinity, limit])
  }
}
