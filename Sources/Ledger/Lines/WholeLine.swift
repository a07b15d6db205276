import CardState
import FoundationEssentials
import GRDB
public import Renewal

/// A line with what the ledger has of it.
public struct WholeLine: Sendable {
  /// The line.
  public let line: Line
  /// See ``Ledger/events(of:)``.
  public let events: [Event]
  /// See ``Ledger/formerSettings(of:)``.
  public let former: [FormerSettings]
  /// See ``Ledger/attempts(of:)``.
  public let attempts: [RenewalAttempt]
  /// See ``Ledger/reference(of:)``.
  public let reference: String
}

extension Ledger {
  /// What the ledger has of a line.
  ///
  /// - Throws: ``LedgerError/Code/unknownLine``.
  public func wholeLine(_ id: Line.ID) throws(LedgerError) -> WholeLine {
    try read { database in
      let row = try LineRow.known(database, id)
      return try StoredLine(database, try row.line(), row.key).kept
    }
  }
}

/// A line with what the ledger has of it, as it is kept.
struct StoredLine: Sendable {
  let line: Line
  let evidence: [Evidence]
  let place: Int
  let events: [String]
  let former: [(until: Date, json: String)]
  let attempts: [String]
  let reference: String

  init(
    _ database: Database, _ line: Line, _ key: Int64, _ evidence: [Evidence] = [], place: Int = 1
  ) throws {
    self.line = line
    self.evidence = evidence
    self.place = place
    events = try EventRow.stored(database, of: key)
    former = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT until, json FROM formerLine WHERE line = ? ORDER BY rowid DESC"),
      arguments: [key]
    ).map { (Date(timeIntervalSince1970: $0["until"]), $0["json"]) }
    attempts = try String.fetchAll(
      database.cachedStatement(sql: AttemptRow.standing), arguments: [key])
    guard
      let reference = try String.fetchOne(
        database.cachedStatement(
          sql: "SELECT key || '-' || CAST(addedAt AS INTEGER) FROM line WHERE key = ?"),
        arguments: [key])
    else { throw LedgerError.unknownLine }
    self.reference = reference
  }

  var kept: WholeLine {
    get throws {
      WholeLine(
        line: line,
        events: try StoredJSON.value([Event].self, "[\(events.joined(separator: ","))]"),
        former: try former.map {
          FormerSettings(until: $0.until, line: try StoredJSON.value(Line.self, $0.json))
        },
        attempts: try attempts.map { try StoredJSON.value(RenewalAttempt.self, $0) }
          .sorted { ($0.plannedAt, $0.id) > ($1.plannedAt, $1.id) },
        reference: reference)
    }
  }
}
