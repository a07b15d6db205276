public import FoundationEssentials
import GRDB
public import Renewal

extension Ledger {
  /// Adds a line, with what is known to have happened to it.
  ///
  /// - Throws: ``LedgerError/Code/duplicateLine`` when its identifier or its ICCID, with or
  ///   without check digit, is there already.
  public func add(
    _ line: Line, with events: [Event] = [], at moment: Date
  ) throws(LedgerError) {
    try write { database in
      let line = line.stored
      try LineRow.refuseOthers(database, with: line, except: nil)
      let key = try LineRow.insert(database, line, at: moment)
      for event in events { _ = try EventRow.append(database, event.stored, to: key) }
    }
  }

  /// Changes the settings of a line. What they were before is kept.
  ///
  /// - Throws: ``LedgerError/Code/unknownLine``; ``LedgerError/Code/duplicateLine`` when another
  ///   line has the ICCID.
  public func change(_ line: Line, at moment: Date) throws(LedgerError) {
    try write { database in
      let line = line.stored
      let row = try LineRow.known(database, line.id)
      let json = try StoredJSON.text(line)
      guard json != row.json else { return }
      try LineRow.refuseOthers(database, with: line, except: row.key)
      try database.execute(
        sql: "INSERT INTO formerLine(line, until, json) VALUES (?, ?, ?)",
        arguments: [row.key, moment.timeIntervalSince1970.rounded(.down), row.json])
      try database.execute(
        sql: "UPDATE line SET name = ?, iccid = ?, json = ?, judging = NULL WHERE key = ?",
        arguments: [LineRow.folded(line.name), line.iccid, json, row.key])
    }
  }

  /// The line with this identifier.
  public func line(_ id: Line.ID) throws(LedgerError) -> Line? {
    try read { try LineRow.find($0, id)?.line() }
  }

  /// The line with this ICCID, given with or without its check digit.
  public func line(iccid: String) throws(LedgerError) -> Line? {
    try read { try LineRow.find($0, iccid: iccid)?.line() }
  }

  /// The lines that a person may mean: those called exactly that, or else those whose name or ICCID
  /// begins like that, by name. An exact ICCID may lack its check digit.
  ///
  /// - Parameters:
  ///   - reference: a name in any case, an ICCID, or the beginning of either.
  ///   - limit: how many to look for at most.
  public func lines(matching reference: String, limit: Int = 20) throws(LedgerError) -> [Line] {
    try read { database in
      let exact = try LineRow.named(database, reference)
      let rows = exact.isEmpty ? try LineRow.beginning(database, reference, limit) : exact
      return try rows.map { try $0.line() }
    }
  }

  /// The one line that a person means.
  ///
  /// - Throws: ``LedgerError/Code/unknownLine`` or ``LedgerError/Code/ambiguousLine``.
  public func line(matching reference: String) throws(LedgerError) -> Line {
    let lines = try lines(matching: reference, limit: 2)
    guard let line = lines.first else { throw .unknownLine }
    guard lines.count == 1 else { throw .ambiguousLine }
    return line
  }

  /// What a line was before each change of its settings, the latest first.
  public func formerSettings(of id: Line.ID) throws(LedgerError) -> [FormerSettings] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT until, formerLine.json FROM formerLine JOIN line ON line.key = line
          WHERE line.id = ? ORDER BY formerLine.rowid DESC
          """, arguments: [id])
      return try rows.map {
        FormerSettings(
          until: Date(timeIntervalSince1970: $0["until"]),
          line: try StoredJSON.value(Line.self, $0["json"]))
      }
    }
  }

  /// How many lines there are.
  public func lineCount() throws(LedgerError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM line") ?? 0 }
  }
}

/// What a line was before a change of its settings.
public struct FormerSettings: Codable, Equatable, Sendable {
  /// When it was changed.
  public var until: Date
  /// What it was.
  public var line: Line

  /// What a line was until a moment.
  public init(until: Date, line: Line) {
    self.until = until
    self.line = line
  }
}

extension Line {
  /// The line with its ICCID as the ledger keeps it.
  var stored: Line {
    var line = self
    line.iccid = iccid.map(ICCIDForms.plain)
    return line
  }
}
