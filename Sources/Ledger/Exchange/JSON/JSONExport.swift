import FoundationEssentials
import GRDB
import Renewal

/// Writes everything that the ledger has as one document.
///
/// What is stored is JSON already: it is put together as it is, so that members of a newer version
/// are not lost.
struct JSONExport {
  let ledger: Ledger
  let write: (Data) throws -> Void

  func run(generatedAt moment: Date) throws {
    var document = try LinesDocument(generatedAt: moment, write: write)
    try ledger.forEachKeptLine(element) { for text in $0 { try document.add(text) } }
    try document.begin("snapshots")
    try ledger.forEachKeptSnapshot { for text in $0 { try document.add(text) } }
    try document.finish()
  }

  // The members in the order of their names, as everywhere.
  private func element(_ database: Database, _ row: LineRow) throws -> [String] {
    func list(_ sql: String) throws -> [String] {
      try String.fetchAll(database.cachedStatement(sql: sql), arguments: [row.key])
    }
    let line = try row.line().id
    let lists = [
      ("attempts", try list(AttemptRow.standing + " ORDER BY id")),
      ("events", try EventRow.stored(database, of: row.key)),
      ("formerSettings", try formerSettings(database, row.key)),
    ].filter { !$1.isEmpty }.map { "\"\($0)\":[\($1.joined(separator: ","))]" }
    let notices = try NoticeRow.all(database, of: row.key, line)
    let hush = try HushRow.find(database, row.key)
    let members =
      lists + (try hush.map { ["\"hush\":\(try StoredJSON.text($0))"] } ?? [])
      + ["\"line\":\(row.json)"]
      + (notices.isEmpty ? [] : ["\"notices\":\(try StoredJSON.text(notices))"])
    return ["{\(members.joined(separator: ","))}"]
  }

  private func formerSettings(_ database: Database, _ key: Int64) throws -> [String] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT until, json FROM formerLine WHERE line = ? ORDER BY until, rowid"),
      arguments: [key]
    ).map { row in
      let until = Date(timeIntervalSince1970: row["until"])
      let json: String = row["json"]
      return "{\"line\":\(json),\"until\":\"\(until.formatted(.iso8601))\"}"
    }
  }
}
