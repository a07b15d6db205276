public import CardState
public import FoundationEssentials
import GRDB

extension Ledger {
  /// Keeps a read of a card, without contacts and calls. The same read is kept once.
  public func save(_ snapshot: CardSnapshot) throws(LedgerError) {
    _ = try write { try SnapshotRow.save($0, snapshot.stored) }
  }

  /// Reads that say something of a card or profile, the latest first.
  ///
  /// - Parameters:
  ///   - iccid: the ICCID of a card, or of a profile that is on one.
  ///   - moment: only reads from before it.
  ///   - limit: how many at most.
  public func snapshots(
    of iccid: String, before moment: Date? = nil, limit: Int = 2
  ) throws(LedgerError) -> [CardSnapshot] {
    try read {
      try SnapshotRow.latest($0, ICCIDForms(iccid).all, before: moment, limit: limit)
        .map { try $0.snapshot() }
    }
  }

  /// Reads that list the profiles of an eUICC, the latest first: also those from which one has gone.
  public func snapshots(
    ofEUICC eid: String, before moment: Date? = nil, limit: Int = 2
  ) throws(LedgerError) -> [CardSnapshot] {
    try read {
      try SnapshotRow.latest($0, [eid], before: moment, limit: limit).map { try $0.snapshot() }
    }
  }
}

extension CardSnapshot {
  /// The snapshot as the ledger keeps it.
  var stored: CardSnapshot {
    var card = self
    card.readAt = readAt.wholeSecond
    card.contacts = nil
    card.calls = nil
    return card
  }

  /// The ICCIDs on the card.
  var iccids: [String] {
    [iccid].compactMap { $0 } + euiccs.flatMap { $0.profiles ?? [] }.compactMap(\.iccid)
  }
}
