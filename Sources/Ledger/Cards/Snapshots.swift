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

  /// Reads of an eUICC, the latest first: also those from which a profile has gone, and those whose list
  /// of profiles could not be read.
  public func snapshots(
    ofEUICC eid: String, before moment: Date? = nil, limit: Int = 2
  ) throws(LedgerError) -> [CardSnapshot] {
    try read {
      try SnapshotRow.latest($0, [eid], before: moment, limit: limit).map { try $0.snapshot() }
    }
  }
}

extension Ledger {
  /// The latest read of each card that reads were kept of, the latest first. A card is an eUICC, whichever profile
  /// of it was enabled, or a subscription that is on none.
  ///
  /// - Parameter limit: how many at most.
  public func latestReads(limit: Int) throws(LedgerError) -> [CardSnapshot] {
    try read { database in
      var found: [CardSnapshot] = []
      var known: Set<String> = []
      let rows = try SnapshotRow.latestOfEach(database)
      while found.count < limit, let row = try rows.next() {
        let card = try row.snapshot()
        let names = card.euiccs.isEmpty ? [card.iccid ?? ""] : card.euiccs.map(\.eid)
        if !known.isSuperset(of: names) { found.append(card) }
        known.formUnion(names)
      }
      return found
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
    let unkept = Self.contactsAndCalls.union(messages == nil ? Self.messageFiles : [])
    for index in card.files.indices where card.files[index].name.map(unkept.contains) == true {
      card.files[index].raw = nil
      card.files[index].value = nil
      card.files[index].records = nil
    }
    return card
  }

  /// Files of the phone's owner, which a full read has as well.
  private static let contactsAndCalls: Set = [
    "EF.ADN", "EF.FDN", "EF.BDN", "EF.LND", "EF.OCI", "EF.ICI", "EF.OCT", "EF.ICT", "EF.EXT1",
    "EF.EXT2", "EF.EXT4", "EF.EXT5",
  ]
  private static let messageFiles: Set = ["EF.SMS", "EF.SMSR"]
}
