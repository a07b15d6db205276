public import FoundationEssentials
import GRDB
public import Renewal

extension Ledger {
  /// Adds a line, with what is known to have happened to it.
  ///
  /// - Throws: ``LedgerError/Code/duplicateLine`` when its identifier or its ICCID, with or
  ///   without check digit, is there already, and it is not another number on that card;
  ///   ``LedgerError/Code/duplicateName`` when its name is.
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

  /// Adds a line in the place of another one, which is changed with it, in one transaction.
  ///
  /// - Throws: as ``add(_:with:at:)`` and ``change(_:at:)``.
  public func add(
    _ line: Line, with events: [Event] = [], inPlaceOf former: Line, at moment: Date
  ) throws(LedgerError) {
    try write { database in
      try LineRow.change(
        database, try LineRow.known(database, former.id), to: former, at: moment)
      let line = line.stored
      try LineRow.refuseOthers(database, with: line, except: nil)
      let key = try LineRow.insert(database, line, at: moment)
      for event in events { _ = try EventRow.append(database, event.stored, to: key) }
    }
  }

  /// Changes the settings of a line. What they were before is kept.
  ///
  /// - Throws: ``LedgerError/Code/unknownLine``; ``LedgerError/Code/duplicateLine`` when another
  ///   line has the ICCID, ``LedgerError/Code/duplicateName`` when one has the name.
  public func change(_ line: Line, at moment: Date) throws(LedgerError) {
    try write { database in
      try LineRow.change(database, try LineRow.known(database, line.id), to: line, at: moment)
    }
  }

  /// The line with this identifier.
  public func line(_ id: Line.ID) throws(LedgerError) -> Line? {
    try read { try LineRow.find($0, id)?.line() }
  }

  /// The line with this ICCID, given with or without its check digit: the one that is on the card, or
  /// else the one that was.
  public func line(iccid: String) throws(LedgerError) -> Line? {
    try read { try LineRow.find($0, iccid: iccid)?.line() }
  }

  /// The lines that are on a card or profile, one for each number that is told apart.
  public func lines(onCard iccid: String) throws(LedgerError) -> [Line] {
    try read { try LineRow.find($0, onCard: iccid).map { try $0.line() } }
  }

  /// The lines that were on a card or profile before they moved to another one.
  public func lines(formerlyOnCard iccid: String) throws(LedgerError) -> [Line] {
    try read { try LineRow.find($0, formerlyOnCard: iccid).map { try $0.line() } }
  }

  /// What names a line in calendars and the like, for as long as it is in this ledger: nothing that
  /// identifies it anywhere else.
  ///
  /// - Throws: ``LedgerError/Code/unknownLine``.
  public func reference(of id: Line.ID) throws(LedgerError) -> String {
    try read { database in
      let row = try LineRow.known(database, id)
      guard
        let reference = try String.fetchOne(
          database.cachedStatement(
            sql: "SELECT key || '-' || CAST(addedAt AS INTEGER) FROM line WHERE key = ?"),
          arguments: [row.key])
      else { throw LedgerError.unknownLine }
      return reference
    }
  }

  /// The line that ``reference(of:)`` names so; nil where it names none.
  public func line(referenced reference: String) throws(LedgerError) -> Line? {
    guard let key = reference.split(separator: "-").first.flatMap({ Int64($0) }) else { return nil }
    return try read { database in
      try LineRow.fetchOne(
        database,
        sql: """
          SELECT key, json FROM line WHERE key = ? AND key || '-' || CAST(addedAt AS INTEGER) = ?
          """, arguments: [key, reference])?.line()
    }
  }

  /// What lines are called, in order: for a shell that completes one.
  public func names(limit: Int = 1_000) throws(LedgerError) -> [String] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT json ->> 'name' FROM line ORDER BY name LIMIT ?", arguments: [limit])
    }
  }

  /// Whether a line is called that, whatever its case.
  public func isTaken(name: String) throws(LedgerError) -> Bool {
    try read { database in
      try Bool.fetchOne(
        database, sql: "SELECT 1 FROM line WHERE name = ?", arguments: [LineRow.folded(name)])
        ?? false
    }
  }

  /// Refuses a name that a line has already: before something is done that can't be taken back.
  ///
  /// - Throws: ``LedgerError/Code/duplicateName``.
  public func requireFree(name: String) throws(LedgerError) {
    guard try !isTaken(name: name) else { throw .duplicateName }
  }

  /// The lines that a person may mean: those called exactly that, of that card or of that number; or
  /// else those whose name or card begins like that; or else those whose profile is called that.
  ///
  /// - Parameters:
  ///   - reference: a name in any case, a number with or without its country's code, an ICCID with or
  ///     without its check digit, the beginning of a name or ICCID, or the name of a profile.
  ///   - limit: how many to look for at most.
  public func lines(matching reference: String, limit: Int = 20) throws(LedgerError) -> [Line] {
    try read { database in
      try LineSearch(database: database, reference: reference, limit: limit).rows()
        .map { try $0.line() }
    }
  }

  /// The one line that a person means.
  ///
  /// - Throws: ``LedgerError/Code/unknownLine`` or ``LedgerError/Code/ambiguousLine``; both name the
  ///   lines that can be meant.
  public func line(matching reference: String) throws(LedgerError) -> Line {
    let lines = try lines(matching: reference, limit: 6)
    guard let line = lines.first else {
      throw .unknownLine(near: NearNames.of(reference, among: try names()))
    }
    guard lines.count == 1 else { throw .ambiguous(lines.map(\.name)) }
    return line
  }

  /// What a line was before each change of its settings, the latest first.
  public func formerSettings(of id: Line.ID) throws(LedgerError) -> [FormerSettings] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT until, formerLine.json FROM formerLine JOIN line ON line.key = line
          WHERE line.id = ? ORDER BY formerLine.rowid DESC
          """)
      let rows = try Row.fetchAll(statement, arguments: [id])
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
    for index in line.formerCards.indices {
      line.formerCards[index].iccid = ICCIDForms.plain(line.formerCards[index].iccid)
    }
    return line
  }
}
