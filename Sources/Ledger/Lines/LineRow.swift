import FoundationEssentials
import GRDB
import Renewal

/// A row of the table of lines.
struct LineRow: FetchableRecord {
  let key: Int64
  let json: String

  init(row: Row) {
    key = row["key"]
    json = row["json"]
  }

  func line() throws -> Line { try StoredJSON.value(Line.self, json) }

  /// A name as it is compared.
  static func folded(_ name: String) -> String { name.lowercased() }

  static func known(_ database: Database, _ id: Line.ID) throws -> LineRow {
    guard let row = try find(database, id) else { throw LedgerError.unknownLine }
    return row
  }

  static func find(_ database: Database, _ id: Line.ID) throws -> LineRow? {
    try fetchOne(
      database.cachedStatement(sql: "SELECT key, json FROM line WHERE id = ?"), arguments: [id])
  }

  static func find(_ database: Database, iccid: String) throws -> LineRow? {
    for form in ICCIDForms(iccid).all {
      let statement = try database.cachedStatement(
        sql: "SELECT key, json FROM line WHERE iccid = ?")
      if let row = try fetchOne(statement, arguments: [form]) { return row }
    }
    return nil
  }

  static func refuseOthers(_ database: Database, with line: Line, except key: Int64?) throws {
    let others = [
      try find(database, line.id), try line.iccid.flatMap { try find(database, iccid: $0) },
    ]
    guard others.allSatisfy({ $0 == nil || $0?.key == key }) else {
      throw LedgerError.duplicateLine
    }
  }

  @discardableResult
  static func insert(_ database: Database, _ line: Line, at moment: Date) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO line(id, name, iccid, json, addedAt) VALUES (?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      line.id, folded(line.name), line.iccid, try StoredJSON.text(line),
      moment.timeIntervalSince1970.rounded(.down),
    ])
    return database.lastInsertedRowID
  }

  /// Keeps what a line was. Whether that is new.
  static func insert(
    _ database: Database, _ former: FormerSettings, of line: Int64
  ) throws -> Bool {
    let until = former.until.timeIntervalSince1970.rounded(.down)
    let json = try StoredJSON.text(former.line)
    try database.execute(
      sql: """
        INSERT INTO formerLine(line, until, json) SELECT ?1, ?2, ?3
        WHERE NOT EXISTS (
          SELECT 1 FROM formerLine WHERE line = ?1 AND until = ?2 AND json = ?3)
        """, arguments: [line, until, json])
    return database.changesCount == 1
  }

  /// Says that the line is to be judged again, since something that is known of it has changed.
  static func awaitJudgement(_ database: Database, _ line: Int64) throws {
    try database.cachedStatement(
      sql: "UPDATE line SET judging = NULL WHERE key = ? AND judging IS NOT NULL"
    ).execute(arguments: [line])
  }

  /// Lines called exactly that.
  static func named(_ database: Database, _ reference: String) throws -> [LineRow] {
    let byName = try fetchAll(
      database, sql: "SELECT key, json FROM line WHERE name = ? OR id = ? ORDER BY name, key",
      arguments: [folded(reference), reference])
    if !byName.isEmpty { return byName }
    return [try find(database, iccid: reference)].compactMap { $0 }
  }

  /// Lines whose name or ICCID begins like that.
  static func beginning(
    _ database: Database, _ reference: String, _ limit: Int
  ) throws -> [LineRow] {
    guard !reference.isEmpty else { return [] }
    let name = folded(reference)
    let iccid = ICCIDForms.plain(reference)
    return try fetchAll(
      database,
      sql: """
        SELECT key, json FROM line
        WHERE name >= ? AND name < ? OR ? <> '' AND iccid >= ? AND iccid < ?
        ORDER BY name, key LIMIT ?
        """,
      arguments: [name, name + last, iccid, iccid, iccid + last, limit])
  }

  /// Sorts behind everything that begins like the text before it.
  private static let last = "\u{10FFFF}"
}
