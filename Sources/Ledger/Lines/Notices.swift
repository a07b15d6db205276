public import FoundationEssentials
import GRDB
public import Renewal

/// What a notice is about and where it goes: what makes it one of a kind, sent once.
public struct Notice: Hashable, Sendable {
  /// What it is about.
  public var subject: Subject
  /// What has to be done, in one word.
  public var duty: String
  /// The clock that it is about, where it is about one.
  public var clock: Clock.ID?
  /// The day that it warns of.
  public var due: CalendarDay
  /// The threshold that was passed, in days.
  public var threshold: Int
  /// Where it goes, such as the name of a webhook.
  public var channel: String

  /// A notice from its parts.
  public init(
    about subject: Subject, duty: String, clock: Clock.ID? = nil, due: CalendarDay, threshold: Int,
    channel: String
  ) {
    self.subject = subject
    self.duty = duty
    self.clock = clock
    self.due = due
    self.threshold = threshold
    self.channel = channel
  }

  /// What a notice can be about.
  public enum Subject: Hashable, Sendable {
    /// A line.
    case line(Line.ID)
    /// An eUICC, by its EID.
    case euicc(String)
  }

  /// How far a notice has come.
  public enum State: Equatable, Sendable {
    /// Nobody meant to send it yet.
    case new
    /// It was to be sent, and nothing is known of what became of that.
    case intended
    /// It was sent.
    case sent
  }
}

extension Ledger {
  /// How far notices have come, in their order.
  public func states(of notices: [Notice]) throws(LedgerError) -> [Notice.State] {
    try read { database in try notices.map { try NoticeRow.state(database, $0) } }
  }

  /// Keeps that notices are about to be sent, all or none. Those of the same thing for other thresholds that
  /// were never sent are given up for them.
  ///
  /// - Throws: ``LedgerError/Code/unknownLine`` where a line is gone.
  public func intend(_ notices: [Notice]) throws(LedgerError) {
    let moment = judging.now()
    try writeAside(isSafe: true) { database in
      for notice in notices { try NoticeRow.intend(database, notice, at: moment) }
    }
  }

  /// Keeps that notices were sent over a channel, which works again.
  ///
  /// - Parameter isSafe: whether it has reached the disk then: what has not outlives this program, and is lost
  ///   where the power goes before the next thing that is written.
  public func noteSent(
    _ notices: [Notice], over channel: String, isSafe: Bool = true
  ) throws(LedgerError) {
    let moment = judging.now()
    try writeAside(isSafe: isSafe) { database in
      for notice in notices { try NoticeRow.noteSent(database, notice, at: moment) }
      try DeliveryRow.noteSent(database, channel, at: moment)
    }
  }
}

/// A notice of a line that went out, as it stands in a document.
public struct SentNotice: Codable, Hashable, Sendable {
  /// The line.
  public var line: Line.ID
  /// What has to be done; absent in documents from before it was kept.
  public var duty: String?
  /// The clock that it is about; empty where it is about none.
  public var clock: Clock.ID
  /// The day that it warns of.
  public var due: CalendarDay
  /// The threshold that was passed, in days.
  public var threshold: Int
  /// Where it went, such as the name of a webhook.
  public var channel: String
  /// When it went.
  public var sentAt: Date
}

/// Rows of the table of notices.
enum NoticeRow {
  /// What of a notice has to be the same for it to be about the same thing, on the same channel.
  private static let same = """
    coalesce(line, 0) = ? AND coalesce(eid, '') = ? AND duty = ? AND clock = ? AND due = ? AND channel = ?
    """

  private static func values(
    _ database: Database, _ notice: Notice, line: Int64
  ) -> StatementArguments {
    var eid = ""
    if case .euicc(let id) = notice.subject { eid = id }
    return [
      line, eid, notice.duty, notice.clock ?? "", notice.due.description, notice.channel,
    ]
  }

  /// The line's row; 0 where it is about none.
  private static func line(_ database: Database, _ notice: Notice) throws -> Int64 {
    switch notice.subject {
    case .line(let id): try LineRow.known(database, id).key
    case .euicc: 0
    }
  }

  static func state(_ database: Database, _ notice: Notice) throws -> Notice.State {
    let statement = try database.cachedStatement(
      sql: "SELECT sentAt IS NOT NULL FROM notice WHERE \(same) AND threshold = ?")
    let values =
      values(database, notice, line: try line(database, notice)) + [notice.threshold]
    return try Bool.fetchOne(statement, arguments: values).map { $0 ? .sent : .intended } ?? .new
  }

  static func intend(_ database: Database, _ notice: Notice, at moment: Date) throws {
    let line = try line(database, notice)
    let values = values(database, notice, line: line)
    try database.cachedStatement(
      sql: "DELETE FROM notice WHERE \(same) AND threshold != ? AND sentAt IS NULL"
    ).execute(arguments: values + [notice.threshold])
    try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO
          notice(line, eid, duty, clock, due, channel, threshold, intendedAt)
          VALUES (nullif(?, 0), nullif(?, ''), ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: values + [notice.threshold, moment.wholeSeconds])
  }

  static func noteSent(_ database: Database, _ notice: Notice, at moment: Date) throws {
    let values =
      values(database, notice, line: try line(database, notice)) + [notice.threshold]
    try database.cachedStatement(
      sql: "UPDATE notice SET sentAt = ? WHERE \(same) AND threshold = ? AND sentAt IS NULL"
    ).execute(arguments: [moment.wholeSeconds] + values)
  }

  /// Whether it is new.
  static func insert(_ database: Database, _ notice: SentNotice, of line: Int64) throws -> Bool {
    let sentAt = notice.sentAt.wholeSeconds
    try database.execute(
      sql: """
        INSERT INTO notice(line, duty, clock, due, threshold, channel, intendedAt, sentAt)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET sentAt = excluded.sentAt WHERE sentAt IS NULL
        """,
      arguments: [
        line, notice.duty ?? "", notice.clock, notice.due.description, notice.threshold,
        notice.channel, sentAt, sentAt,
      ])
    return database.changesCount == 1
  }

  /// Those of a line that went out.
  static func all(
    _ database: Database, of line: Int64, _ id: Line.ID
  ) throws -> [SentNotice] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT duty, clock, due, threshold, channel, sentAt FROM notice
        WHERE line = ? AND sentAt IS NOT NULL ORDER BY clock, due, threshold, channel, duty
        """)
    return try Row.fetchAll(statement, arguments: [line]).compactMap { row in
      guard let due = CalendarDay(row["due"] as String) else { return nil }
      let duty: String = row["duty"]
      return SentNotice(
        line: id, duty: duty.isEmpty ? nil : duty, clock: row["clock"], due: due,
        threshold: row["threshold"], channel: row["channel"],
        sentAt: Date(timeIntervalSince1970: row["sentAt"]))
    }
  }

  /// Removes what is about eUICCs of which no read is left.
  static func forgetUnreadCards(_ database: Database) throws {
    try database.execute(
      sql: "DELETE FROM notice WHERE eid NOT IN (SELECT number FROM snapshotSubject)")
  }
}

extension Date {
  /// Seconds since 1970, as the ledger keeps times.
  var wholeSeconds: Double { timeIntervalSince1970.rounded(.down) }
}
