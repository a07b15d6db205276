import CardState
import FoundationEssentials
import GRDB
import Renewal

/// Which lines have to be judged again.
struct Staleness {
  private let contents: String
  let now: Date

  init(_ judging: Judging) throws {
    contents = try StoredJSON.text(Contents(judging))
    now = judging.now()
  }

  /// What lines are judged with, as the ledger compares it.
  private struct Contents: Encodable {
    let edition: String
    let rules: [Rule]
    let library: String?
    let zone: String
    let zones: String

    init(_ judging: Judging) {
      edition = judging.edition
      rules = judging.rules.own
      library = judging.rules.library?.edition
      zone = judging.zone.identifier
      zones = Zone.dataVersion
    }
  }

  /// The lines that have to be judged again, in parts that have no line in common; each part is a
  /// search in an index.
  static let parts = [
    "judging IS NULL",
    "judging < :judging",
    "judging > :judging",
    "judging = :judging AND recheckAt <= :now AND judgedAt < :now",
    // The plus keeps SQLite from taking the index of judgings, in which nearly all are the same.
    "judgedAt > :now AND +judging = :judging",
  ]

  /// How many lines have to be judged again.
  func count(_ database: Database) throws -> Int {
    let id = try judging(database) ?? 0
    return try Self.parts.map { part in
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM line WHERE \(part)", arguments: arguments(id, part))
        ?? 0
    }.reduce(0, +)
  }

  /// Judges some of them, and says how many.
  ///
  /// - Parameter evidence: what the last reads of its card say about a line.
  func judgeSome(
    _ database: Database, limit: Int, by judging: Judging,
    evidence: (Database, Line) throws -> [Evidence]
  ) throws -> Int {
    let id = try self.judging(database) ?? add(database)
    for part in Self.parts {
      let rows = try LineRow.fetchAll(
        database.cachedStatement(
          sql: "SELECT key, json FROM line WHERE \(part) LIMIT \(limit)"),
        arguments: arguments(id, part))
      for row in rows {
        let events = try EventRow.all(database, of: row.key)
        let line = try row.line()
        try DueEntry(line, events, try evidence(database, line), by: judging, at: now)
          .save(database, row.key, judging: id, at: now)
      }
      if !rows.isEmpty { return rows.count }
    }
    return 0
  }

  /// Removes what no line is judged with any more.
  func forgetOthers(_ database: Database) throws {
    try database.execute(
      sql: """
        DELETE FROM judging
        WHERE NOT EXISTS (SELECT 1 FROM line WHERE line.judging = judging.id)
        """)
  }

  private func arguments(_ judging: Int64, _ part: String) -> StatementArguments {
    var arguments: [String: (any DatabaseValueConvertible)?] = [:]
    if part.contains(":judging") { arguments["judging"] = judging }
    if part.contains(":now") { arguments["now"] = now.timeIntervalSince1970 }
    return StatementArguments(arguments)
  }

  private func judging(_ database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database, sql: "SELECT id FROM judging WHERE contents = ?", arguments: [contents])
  }

  private func add(_ database: Database) throws -> Int64 {
    try database.execute(sql: "INSERT INTO judging(contents) VALUES (?)", arguments: [contents])
    return database.lastInsertedRowID
  }
}
