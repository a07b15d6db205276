public import FoundationEssentials
import GRDB

/// How a channel for notices has done lately.
public struct Delivery: Equatable, Sendable {
  /// How often in a row it failed.
  public var failures = 0
  /// When to try it again, after it failed.
  public var retryAt: Date?
  /// When something was last sent over it.
  public var sentAt: Date?
}

extension Ledger {
  /// How a channel has done lately.
  public func delivery(over channel: String) throws(LedgerError) -> Delivery {
    try read { try DeliveryRow.find($0, channel) }
  }

  /// Keeps that a channel failed: it rests for five minutes, and each time twice as long, up to six hours.
  ///
  /// - Returns: When to try it again.
  public func noteFailed(over channel: String) throws(LedgerError) -> Date {
    let moment = judging.now()
    let failures = min(try delivery(over: channel).failures, 1_000) + 1
    let rest = min(300 << min(failures - 1, 10), 6 * 3_600)
    let retryAt = Date(timeIntervalSince1970: moment.wholeSeconds + Double(rest))
    try writeAside(isSafe: true) { database in
      try database.execute(
        sql: """
          INSERT INTO delivery(channel, failures, retryAt) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET failures = excluded.failures, retryAt = excluded.retryAt
          """, arguments: [channel, failures, retryAt.timeIntervalSince1970])
    }
    return retryAt
  }
}

/// Rows of the table of channels.
enum DeliveryRow {
  static func find(_ database: Database, _ channel: String) throws -> Delivery {
    let row = try Row.fetchOne(
      database, sql: "SELECT failures, retryAt, sentAt FROM delivery WHERE channel = ?",
      arguments: [channel])
    guard let row else { return Delivery() }
    let moment = { (seconds: Double?) in seconds.map { Date(timeIntervalSince1970: $0) } }
    return Delivery(
      failures: row["failures"], retryAt: moment(row["retryAt"]), sentAt: moment(row["sentAt"]))
  }

  static func noteSent(_ database: Database, _ channel: String, at moment: Date) throws {
    try database.execute(
      sql: """
        INSERT INTO delivery(channel, failures, sentAt) VALUES (?, 0, ?)
          ON CONFLICT DO UPDATE SET failures = 0, retryAt = NULL, sentAt = excluded.sentAt
        """, arguments: [channel, moment.wholeSeconds])
  }
}
