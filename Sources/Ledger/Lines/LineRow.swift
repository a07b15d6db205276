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

  /// The line that is on a card, or the one that was, where none is: the first of several.
  static func find(_ database: Database, iccid: String) throws -> LineRow? {
    try find(database, onCard: iccid).first ?? find(database, formerlyOnCard: iccid).first
  }

  /// The lines that are on a card: one for each of its numbers.
  static func find(_ database: Database, onCard iccid: String) throws -> [LineRow] {
    for form in ICCIDForms(iccid).all {
      let statement = try database.cachedStatement(
        sql: "SELECT key, json FROM line WHERE iccid = ? ORDER BY name, key")
      let rows = try fetchAll(statement, arguments: [form])
      if !rows.isEmpty { return rows }
    }
    return []
  }

  /// The lines that were on a card before they moved to another one.
  static func find(_ database: Database, formerlyOnCard iccid: String) throws -> [LineRow] {
    for form in ICCIDForms(iccid).all {
      let rows = try find(database, reference: "card", form)
      if !rows.isEmpty { return rows }
    }
    return []
  }

  /// The lines that have a number.
  static func find(_ database: Database, number: PhoneNumber) throws -> [LineRow] {
    try find(database, reference: "number", number.tail).filter { row in
      try row.line().numbers.contains { PhoneNumber($0)?.isSame(as: number) == true }
    }
  }

  private static func find(
    _ database: Database, reference kind: String, _ value: String
  ) throws -> [LineRow] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT key, json FROM line WHERE key IN (
          SELECT line FROM reference WHERE kind = ? AND value = ?) ORDER BY name, key
        """)
    return try fetchAll(statement, arguments: [kind, value])
  }

  /// Refuses a line that would be taken for another one: by its identifier, its name, or its card.
  ///
  /// Two lines can be on one card if it has two numbers, and each is known by its own.
  static func refuseOthers(_ database: Database, with line: Line, except row: LineRow?) throws {
    if let other = try find(database, line.id), other.key != row?.key {
      throw LedgerError.duplicateLine
    }
    if let iccid = line.iccid {
      let others =
        try find(database, onCard: iccid) + find(database, formerlyOnCard: iccid)
      for other in others where other.key != row?.key {
        guard try other.line().differs(from: line) else { throw LedgerError.duplicateLine }
      }
    }
    // Ledgers of version 1 have lines of one name, which stay as they are.
    if let row, try row.line().name == line.name { return }
    let named = try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT key FROM line WHERE name = ?"),
      arguments: [folded(line.name)])
    guard named.allSatisfy({ $0 == row?.key }) else { throw LedgerError.duplicateName }
  }

  @discardableResult
  static func insert(_ database: Database, _ line: Line, at moment: Date) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO line(id, name, iccid, json, addedAt) VALUES (?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      line.id, folded(line.name), line.iccid, try StoredJSON.text(line),
      moment.timeIntervalSince1970.rounded(.down),
    ])
    let key = database.lastInsertedRowID
    try addReferences(database, to: line, key)
    return key
  }

  /// Changes what is kept of a line, and keeps what it was.
  static func change(
    _ database: Database, _ row: LineRow, to changed: Line, at moment: Date
  ) throws {
    let line = changed.stored
    let json = try StoredJSON.text(line)
    guard json != row.json else { return }
    try refuseOthers(database, with: line, except: row)
    try database.execute(
      sql: "INSERT INTO formerLine(line, until, json) VALUES (?, ?, ?)",
      arguments: [row.key, moment.timeIntervalSince1970.rounded(.down), row.json])
    try database.execute(
      sql: "UPDATE line SET name = ?, iccid = ?, json = ?, judging = NULL WHERE key = ?",
      arguments: [folded(line.name), line.iccid, json, row.key])
    try database.execute(sql: "DELETE FROM reference WHERE line = ?", arguments: [row.key])
    try addReferences(database, to: line, row.key)
  }

  private static func addReferences(_ database: Database, to line: Line, _ key: Int64) throws {
    let references =
      line.formerCards.map { ("card", $0.iccid) }
      + line.numbers.compactMap { PhoneNumber($0) }.map { ("number", $0.tail) }
    for (kind, value) in references {
      try database.cachedStatement(
        sql: "INSERT OR IGNORE INTO reference(kind, value, line) VALUES (?, ?, ?)"
      ).execute(arguments: [kind, value, key])
    }
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
}

extension Line {
  /// Whether two lines of one card are known apart by their numbers.
  fileprivate func differs(from other: Line) -> Bool {
    let theirs = other.numbers.compactMap { PhoneNumber($0) }
    let ours = numbers.compactMap { PhoneNumber($0) }
    return !ours.isEmpty && !theirs.isEmpty
      && !ours.contains { own in theirs.contains { $0.isSame(as: own) } }
  }
}
