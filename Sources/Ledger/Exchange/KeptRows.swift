import FoundationEssentials
import GRDB

extension Ledger {
  /// Goes through all lines by their names, some at a time: each batch is read in one transaction and
  /// written outside it.
  func forEachKeptLine(
    _ text: (Database, LineRow) throws -> [String], write: ([String]) throws -> Void
  ) throws {
    var last = (name: "", id: "")
    while true {
      let texts: [String]? = try read { database in
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT key, json, name, id FROM line WHERE (name, id) > (?, ?)
            ORDER BY name, id LIMIT ?
            """, arguments: [last.name, last.id, Self.batch])
        guard let end = rows.last else { return nil }
        last = (end["name"], end["id"])
        return try rows.flatMap { try text(database, LineRow(row: $0)) }
      }
      guard let texts else { return }
      try write(texts)
    }
  }

  /// Goes through all reads of cards by when they were made.
  func forEachKeptSnapshot(_ write: ([String]) throws -> Void) throws {
    var place: (readAt: Double, json: String) = (-.infinity, "")
    while true {
      let texts: [String] = try read { database in
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT readAt, json FROM snapshot WHERE (readAt, json) > (?, ?)
            ORDER BY readAt, json LIMIT 20
            """, arguments: [place.readAt, place.json])
        if let end = rows.last { place = (end["readAt"], end["json"]) }
        return rows.map { $0["json"] }
      }
      if texts.isEmpty { return }
      try write(texts)
    }
  }
}
