public import FoundationEssentials
import GRDB
public import Renewal

extension Ledger {
  /// Appends an event to what happened to a line. One that is there already, with the same
  /// identifier and the same contents, is left as it is.
  ///
  /// - Throws: ``LedgerError/Code/unknownLine``; ``LedgerError/Code/differentEvent`` when the line
  ///   has another event with this identifier.
  public func append(_ event: Event, to id: Line.ID) throws(LedgerError) {
    try write { database in
      let row = try LineRow.known(database, id)
      _ = try EventRow.append(database, event, to: row.key)
    }
  }

  /// Undoes an event, by appending an event that says so. The event stays.
  ///
  /// - Parameters:
  ///   - event: the event that did not happen.
  ///   - line: the line it is of.
  ///   - undoing: the identifier of the new event.
  ///   - moment: when it is undone.
  ///   - note: why.
  /// - Returns: the event that was appended.
  /// - Throws: ``LedgerError/Code/unknownEvent`` when the line has no such event.
  @discardableResult
  public func undo(
    _ event: Event.ID, of line: Line.ID, as undoing: Event.ID, at moment: Date, note: String? = nil
  ) throws(LedgerError) -> Event {
    var compensation = Event(id: undoing, .undo, on: .moment(moment), recordedAt: moment)
    compensation.undoes = event
    compensation.note = note
    let stored = compensation.stored
    try write { database in
      let row = try LineRow.known(database, line)
      guard try EventRow.json(database, event, of: row.key) != nil else {
        throw LedgerError.unknownEvent
      }
      _ = try EventRow.append(database, stored, to: row.key)
    }
    return stored
  }

  /// Appends events, and changes what is kept of their line with them, in one transaction.
  ///
  /// - Throws: as ``append(_:to:)`` and ``change(_:at:)``.
  public func append(
    _ events: [Event], changing line: Line, at moment: Date
  ) throws(LedgerError) {
    try write { database in
      let row = try LineRow.known(database, line.id)
      try LineRow.change(database, row, to: line, at: moment)
      for event in events { _ = try EventRow.append(database, event, to: row.key) }
    }
  }

  /// What happened to a line, in the order in which it was recorded. Empty for an unknown line.
  public func events(of id: Line.ID) throws(LedgerError) -> [Event] {
    try read { database in
      guard let row = try LineRow.find(database, id) else { return [] }
      return try EventRow.all(database, of: row.key)
    }
  }
}

extension Event {
  /// The event as the ledger keeps it: its times to the second.
  var stored: Event {
    var event = self
    event.recordedAt = recordedAt.wholeSecond
    if case .moment(let moment) = on { event.on = .moment(moment.wholeSecond) }
    return event
  }
}

/// Rows of the table of events.
enum EventRow {
  /// Whether it was appended; false where it was there already.
  static func append(_ database: Database, _ event: Event, to line: Int64) throws -> Bool {
    let event = event.stored
    let json = try StoredJSON.text(event)
    if let present = try Self.json(database, event.id, of: line) {
      guard present == json else { throw LedgerError.differentEvent }
      return false
    }
    try database.cachedStatement(
      sql: """
        INSERT INTO event(line, id, json, sequence)
        SELECT ?1, ?2, ?3, 1 + coalesce(max(sequence), 0) FROM event WHERE line = ?1
        """
    ).execute(arguments: [line, event.id, json])
    try LineRow.awaitJudgement(database, line)
    return true
  }

  static func json(_ database: Database, _ id: Event.ID, of line: Int64) throws -> String? {
    let statement = try database.cachedStatement(
      sql: "SELECT json FROM event WHERE line = ? AND id = ?")
    return try String.fetchOne(statement, arguments: [line, id])
  }

  static func all(_ database: Database, of line: Int64) throws -> [Event] {
    try stored(database, of: line).map { try StoredJSON.value(Event.self, $0) }
  }

  /// The events as they are kept, in the order in which they were written down: by the second, and
  /// within one as they came.
  static func stored(_ database: Database, of line: Int64) throws -> [String] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT json FROM event WHERE line = ? ORDER BY json ->> 'recordedAt', sequence, id
        """)
    return try String.fetchAll(statement, arguments: [line])
  }
}
