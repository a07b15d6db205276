public import CardState
public import FoundationEssentials
import GRDB

/// A report that waits on an eUICC to be sent to its server, as far as reads that were kept tell.
///
/// A card does not date its notifications: when it was first seen is the latest that it can have begun to
/// wait, and whether it still does is known as of when it was last seen.
public struct WaitingNotification: Equatable, Sendable {
  /// The eUICC.
  public let eid: String
  /// What waits.
  public let notification: PendingNotification
  /// The first read that had it.
  public let firstSeen: Date
  /// The last read that listed what waits.
  public let lastSeen: Date
}

extension Ledger {
  /// What waits on eUICCs, by the last read of each that listed it, the longest first.
  ///
  /// - Parameters:
  ///   - eids: The eUICCs; all if left out.
  ///   - moment: Only what was seen before it.
  public func waitingNotifications(
    on eids: [String]? = nil, seenBefore moment: Date
  ) throws(LedgerError) -> [WaitingNotification] {
    try read { database in
      try WaitingRow.fetchAll(
        database,
        sql: "SELECT * FROM waiting WHERE firstSeen < ? ORDER BY firstSeen, eid, number",
        arguments: [moment.timeIntervalSince1970]
      ).map { try $0.waiting() }.filter { eids?.contains($0.eid) ?? true }
    }
  }
}

/// A row of the table of what waits.
struct WaitingRow: FetchableRecord {
  private let eid: String
  private let firstSeen: Double
  private let lastSeen: Double
  private let json: String

  init(row: Row) {
    eid = row["eid"]
    firstSeen = row["firstSeen"]
    lastSeen = row["lastSeen"]
    json = row["json"]
  }

  func waiting() throws -> WaitingNotification {
    WaitingNotification(
      eid: eid, notification: try StoredJSON.value(PendingNotification.self, json),
      firstSeen: Date(timeIntervalSince1970: firstSeen),
      lastSeen: Date(timeIntervalSince1970: lastSeen))
  }

  /// Takes what a read says of what waits. One that did not list it, or not all of it, says nothing, and
  /// one from before the last that did says nothing of now.
  static func take(_ database: Database, _ snapshot: CardSnapshot) throws {
    let readAt = snapshot.readAt.timeIntervalSince1970
    for euicc in snapshot.euiccs {
      guard let notifications = euicc.notifications, !euicc.isUnread(.notifications),
        try !isOlder(database, euicc.eid, readAt)
      else { continue }
      let numbers = notifications.map(\.sequenceNumber)
      let known = try fetchAll(
        database, sql: "SELECT * FROM waiting WHERE eid = ?", arguments: [euicc.eid]
      ).map { try $0.waiting() }
      try database.execute(sql: "DELETE FROM waiting WHERE eid = ?", arguments: [euicc.eid])
      for (number, notification) in zip(numbers, notifications) {
        let before = known.first { $0.notification == notification }
        try database.execute(
          sql:
            "INSERT OR IGNORE INTO waiting(eid, number, firstSeen, lastSeen, json) VALUES (?, ?, ?, ?, ?)",
          arguments: [
            euicc.eid, number, before?.firstSeen.timeIntervalSince1970 ?? readAt, readAt,
            try StoredJSON.text(notification),
          ])
      }
    }
  }

  private static func isOlder(
    _ database: Database, _ eid: String, _ readAt: Double
  ) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT 1 FROM snapshotSubject WHERE number = ? AND readAt > ? LIMIT 1",
      arguments: [eid, readAt]) ?? false
  }

  /// Removes what is about some profiles, and what is on eUICCs of which no read is left.
  static func forget(_ database: Database, _ iccids: Set<String>) throws {
    for iccid in iccids {
      try database.execute(
        sql: "DELETE FROM waiting WHERE json ->> 'iccid' = ?", arguments: [iccid])
    }
    try database.execute(
      sql: "DELETE FROM waiting WHERE eid NOT IN (SELECT number FROM snapshotSubject)")
  }
}
