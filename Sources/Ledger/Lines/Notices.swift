public import FoundationEssentials
import GRDB
public import Renewal

/// A warning that went out, once for each threshold, end and channel.
public struct SentNotice: Codable, Hashable, Sendable {
  /// The line.
  public var line: Line.ID
  /// The clock that it is about.
  public var clock: Clock.ID
  /// The last day that it warns of.
  public var due: CalendarDay
  /// The threshold that was passed, in days.
  public var threshold: Int
  /// Where it went, such as the name of a webhook.
  public var channel: String
  /// When it went.
  public var sentAt: Date

  /// A warning that went out.
  public init(
    line: Line.ID, clock: Clock.ID, due: CalendarDay, threshold: Int, channel: String, sentAt: Date
  ) {
    self.line = line
    self.clock = clock
    self.due = due
    self.threshold = threshold
    self.channel = channel
    self.sentAt = sentAt
  }
}

extension Ledger {
  /// Keeps that a notice went out.
  ///
  /// - Returns: whether it is new. False: one for the same line, clock, day, threshold and channel
  ///   went out before.
  public func noteSent(_ notice: SentNotice) throws(LedgerError) -> Bool {
    try write { database in
      let row = try LineRow.known(database, notice.line)
      return try NoticeRow.insert(database, notice, of: row.key)
    }
  }

  /// Whether a notice for the same line, clock, day, threshold and channel went out before.
  public func wasSent(_ notice: SentNotice) throws(LedgerError) -> Bool {
    try read { database in
      guard let row = try LineRow.find(database, notice.line) else { return false }
      return try Bool.fetchOne(
        database,
        sql: """
          SELECT 1 FROM notice
          WHERE line = ? AND clock = ? AND due = ? AND threshold = ? AND channel = ?
          """,
        arguments: [
          row.key, notice.clock, notice.due.description, notice.threshold, notice.channel,
        ]) ?? false
    }
  }
}

/// Rows of the table of notices.
enum NoticeRow {
  /// Whether it is new.
  static func insert(_ database: Database, _ notice: SentNotice, of line: Int64) throws -> Bool {
    try database.execute(
      sql: "INSERT OR IGNORE INTO notice VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        line, notice.clock, notice.due.description, notice.threshold, notice.channel,
        notice.sentAt.timeIntervalSince1970.rounded(.down),
      ])
    return database.changesCount == 1
  }

  static func all(
    _ database: Database, of line: Int64, _ id: Line.ID
  ) throws -> [SentNotice] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT clock, due, threshold, channel, sentAt FROM notice WHERE line = ?
        ORDER BY clock, due, threshold, channel
        """)
    return try Row.fetchAll(statement, arguments: [line]).compactMap { row in
      guard let due = CalendarDay(row["due"] as String) else { return nil }
      return SentNotice(
        line: id, clock: row["clock"], due: due, threshold: row["threshold"],
        channel: row["channel"], sentAt: Date(timeIntervalSince1970: row["sentAt"]))
    }
  }
}
