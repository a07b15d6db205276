import CardState
import FoundationEssentials
import GRDB
public import Renewal
import Words

extension Ledger {
  /// Removes a line and everything that is kept of it, for good: no byte of it stays in the files.
  ///
  /// Reads that are about no other line go as well; in others its profile, or what the card said of
  /// it, is cut out. Then the file is written anew, which takes as much room again for a moment.
  ///
  /// - Throws: ``LedgerError/Code/unknownLine``; ``LedgerError/Code/purgeUnfinished`` when the line
  ///   is gone and the file could not be written anew: ``finishPurge()`` does that.
  public func purge(_ id: Line.ID) throws(LedgerError) {
    let isThere = try write { database in
      guard let row = try LineRow.find(database, id) else { return false }
      try PurgedLine(database, row).remove(database)
      try Self.setUnfinished(database, true)
      return true
    }
    if !isThere {
      guard try read(Self.isUnfinished) else { throw .unknownLine }
    }
    try finish()
  }

  /// Writes the file anew where an earlier purge could not: no traces of its line stay.
  ///
  /// - Returns: Whether there was anything to finish.
  public func finishPurge() throws(LedgerError) -> Bool {
    try refuseReadOnly()
    guard try read(Self.isUnfinished) else { return false }
    try finish()
    return true
  }

  private func finish() throws(LedgerError) {
    do {
      try attempting(writeAnew)
    } catch {
      throw .purgeUnfinished(error)
    }
  }

  private func writeAnew() throws {
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "VACUUM")
      try database.checkpoint(.truncate)
    }
    // A change of one page, that holds nothing of the line.
    try queue.write { try Self.setUnfinished($0, false) }
  }

  // SQLite keeps a number for its user in the file's header.
  private static func setUnfinished(_ database: Database, _ isUnfinished: Bool) throws {
    try database.execute(sql: "PRAGMA user_version = \(isUnfinished ? 1 : 0)")
  }

  private static func isUnfinished(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "PRAGMA user_version") == 1
  }
}

extension LedgerError {
  fileprivate static func purgeUnfinished(_ cause: LedgerError) -> LedgerError {
    LedgerError(
      .purgeUnfinished,
      Words(
        "the line is gone, but traces of it may be left in the ledger's file: \(cause.message)"),
      hint: Words("the same command again writes the file anew: cardinfo line purge and any name"))
  }
}

/// A line that is to leave no trace.
private struct PurgedLine {
  private let key: Int64
  /// Every ICCID that it had.
  private let iccids: Set<String>

  init(_ database: Database, _ row: LineRow) throws {
    key = row.key
    let former = try String.fetchAll(
      database, sql: "SELECT json FROM formerLine WHERE line = ?", arguments: [row.key])
    let lines = try [row.line()] + former.map { try StoredJSON.value(Line.self, $0) }
    let own = lines.flatMap { [$0.iccid].compactMap { $0 } + $0.formerCards.map(\.iccid) }
    // What a card says is of the other number on it as well.
    let shared = try own.filter { iccid in
      try LineRow.find(database, onCard: iccid).contains { $0.key != row.key }
    }
    iccids = Set(own.filter { !shared.contains($0) }.flatMap { ICCIDForms($0).all })
  }

  func remove(_ database: Database) throws {
    try database.execute(sql: "DELETE FROM line WHERE key = ?", arguments: [key])
    let reads = try SnapshotRow.latest(database, Array(iccids), limit: .max)
    for read in reads {
      let cut = try read.snapshot().without(iccids)
      let stays = try cut.iccids.contains { try LineRow.find(database, iccid: $0) != nil }
      if stays, try !tells(StoredJSON.text(cut)) {
        try read.replace(database, with: cut)
      } else {
        try read.delete(database)
      }
    }
    try WaitingRow.forget(database, iccids)
    try NoticeRow.forgetUnreadCards(database)
  }

  // The last look: what still has the number in it, as digits or as the bytes of a file, goes.
  private func tells(_ json: String) -> Bool {
    iccids.contains { json.contains($0) || json.contains($0.swappedInPairs) }
  }
}

extension CardSnapshot {
  /// The read without what it says of some ICCIDs.
  fileprivate func without(_ iccids: Set<String>) -> CardSnapshot {
    var card = self
    for index in card.euiccs.indices {
      card.euiccs[index].profiles?.removeAll { $0.iccid.map(iccids.contains) ?? false }
      card.euiccs[index].notifications?.removeAll { $0.iccid.map(iccids.contains) ?? false }
    }
    guard let iccid, iccids.contains(iccid) else { return card }
    // The files of a card are those of the subscription in use.
    card.iccid = nil
    card.subscriber = nil
    card.registration = nil
    card.messages = nil
    card.serviceNumbers = nil
    card.files = []
    return card
  }
}

extension String {
  /// Digits as a card has them, two in a byte and the second one first; without the last one where
  /// it has no partner.
  fileprivate var swappedInPairs: String {
    var swapped = ""
    var rest = self[...]
    while let first = rest.popFirst(), let second = rest.popFirst() {
      swapped.append(second)
      swapped.append(first)
    }
    return swapped
  }
}
