public import CardState
public import FoundationEssentials
import GRDB
public import Renewal

extension Ledger {
  /// Where a line stands, by everything that the ledger has of it.
  ///
  /// - Parameters:
  ///   - id: the line.
  ///   - moment: when; now if left out.
  /// - Throws: ``LedgerError/Code/unknownLine``.
  public func verdict(of id: Line.ID, at moment: Date? = nil) throws(LedgerError) -> Verdict {
    let now = moment ?? judging.now()
    return try read { database in
      let row = try LineRow.known(database, id)
      return try verdict(database, of: try row.line(), row.key, at: now)
    }
  }

  /// What the last reads of its card say about a line.
  public func evidence(of line: Line) throws(LedgerError) -> [Evidence] {
    try read { try evidence($0, of: line) }
  }

  func verdict(
    _ database: Database, of line: Line, _ key: Int64, at now: Date
  ) throws -> Verdict {
    judge(
      line, by: judging.rules, events: try EventRow.all(database, of: key),
      evidence: try evidence(database, of: line), at: now, zone: judging.zone)
  }

  private func evidence(_ database: Database, of line: Line) throws -> [Evidence] {
    guard let iccid = line.iccid, let reads = try LastReads(database, of: iccid) else { return [] }
    var newer = judging.reading(line, reads.newer)
    if newer.carrierTexts.isEmpty, let texts = reads.withMessages {
      newer.carrierTexts = judging.reading(line, texts).carrierTexts
    }
    return Evidence.about(
      reads.iccid, newer: newer, older: reads.older.map { judging.reading(line, $0) },
      knownHosts: judging.hints(line, reads.newer).hosts)
  }
}

/// The two reads that say most of a line.
private struct LastReads {
  /// The ICCID as the card has it.
  let iccid: String
  let newer: CardSnapshot
  let older: CardSnapshot?
  /// The last of them that has the card's messages.
  let withMessages: CardSnapshot?

  init?(_ database: Database, of iccid: String) throws {
    let forms = ICCIDForms(iccid).all
    let reads = try SnapshotRow.latest(database, forms, limit: Self.most).map { try $0.snapshot() }
    // A read of some parts alone does not hide what the one before told of the registration.
    guard let last = reads.first(where: { $0.registration != nil }) ?? reads.first,
      let number = last.iccids.first(where: forms.contains)
    else { return nil }
    self.iccid = number
    withMessages = reads.first { $0.messages != nil }
    let homes = last.euiccs.filter { $0.profiles?.contains { $0.iccid == number } == true }
    let ofHomes = try SnapshotRow.latest(database, homes.map(\.eid), limit: 1)
    if let since = try ofHomes.first?.snapshot(), since.readAt > last.readAt {
      // The profile has gone from its eUICC since.
      (newer, older) = (since, last)
    } else {
      // An eUICC shows the registration of the profile in use: the read before is one of that.
      newer = last
      older = try SnapshotRow.latest(
        database, forms, inUse: last.iccid == number, before: last.readAt, limit: 1
      ).first?.snapshot()
    }
  }

  /// How many reads to look through.
  private static let most = 10
}
