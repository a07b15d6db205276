public import FoundationEssentials
import GRDB
public import Renewal

/// That a line's owner wants no notices of it: for a while, or until told otherwise.
public struct Hush: Codable, Equatable, Sendable {
  /// When it ends; absent for one that lasts.
  public var until: Date?

  /// A hush that ends, or lasts.
  public init(until: Date? = nil) { self.until = until }

  /// Whether it is over.
  public func isOver(at now: Date) -> Bool { until.map { $0 <= now } ?? false }
}

extension Ledger {
  /// The lines of which no notices are wanted at present.
  public func hushes() throws(LedgerError) -> [Line.ID: Hush] {
    let now = judging.now()
    return try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT line.id, hush.until FROM hush JOIN line ON line.key = hush.line")
      return Dictionary(
        rows.map { row in
          let until: Double? = row["until"]
          return (row["id"], Hush(until: until.map { Date(timeIntervalSince1970: $0) }))
        }, uniquingKeysWith: { first, _ in first }
      ).filter { !$0.value.isOver(at: now) }
    }
  }

  /// Whether no notices of a line are wanted at present.
  public func hush(of id: Line.ID) throws(LedgerError) -> Hush? {
    let now = judging.now()
    return try read { database in
      try LineRow.find(database, id).flatMap { try HushRow.find(database, $0.key) }
        .flatMap { $0.isOver(at: now) ? nil : $0 }
    }
  }

  /// Keeps whether notices of a line are wanted.
  ///
  /// - Parameter hush: nil where they are wanted again.
  /// - Throws: ``LedgerError/Code/unknownLine``.
  public func set(_ hush: Hush?, of id: Line.ID) throws(LedgerError) {
    try write { database in
      let key = try LineRow.known(database, id).key
      try database.execute(sql: "DELETE FROM hush WHERE line = ?", arguments: [key])
      guard let hush else { return }
      try HushRow.insert(database, hush, of: key)
    }
  }
}

/// Rows of the table of hushes.
enum HushRow {
  /// Keeps what a line has already.
  static func insert(_ database: Database, _ hush: Hush, of line: Int64) throws {
    try database.execute(
      sql: "INSERT OR IGNORE INTO hush(line, until) VALUES (?, ?)",
      arguments: [line, hush.until?.wholeSeconds])
  }

  static func find(_ database: Database, _ line: Int64) throws -> Hush? {
    let statement = try database.cachedStatement(sql: "SELECT until FROM hush WHERE line = ?")
    return try Row.fetchOne(statement, arguments: [line]).map { row in
      let until: Double? = row["until"]
      return Hush(until: until.map { Date(timeIntervalSince1970: $0) })
    }
  }
}
