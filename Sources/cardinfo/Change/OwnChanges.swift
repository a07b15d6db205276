import CardState
import FoundationEssentials
import Ledger
import Renewal

/// Writes down what this program changed on an eUICC, for the lines that are tracked: at once, not with
/// the next read.
struct OwnChanges {
  /// Where the ledger is.
  let options: LedgerOptions

  /// Compares an eUICC before a change with the same one in a document that was read after it, and
  /// keeps both reads where a line on the card is tracked. What goes wrong with the ledger stands
  /// beside what was read: it does not take the change back.
  func record(from before: CardSnapshot, _ euicc: EUICC, in document: inout ReadDocument) {
    do throws(LedgerError) {
      guard let ledger = try options.openIfThere() else { return }
      for card in document.cards.map(\.card) {
        let wasTracked = try isTracked(before, ledger)
        let isTracked = try isTracked(card, ledger)
        guard let after = card.euiccs.first(where: { $0.eid == euicc.eid }),
          wasTracked || isTracked
        else { continue }
        try ledger.save(before.earlier(than: card))
        try record(ProfileChange.all(euicc, after), ledger)
        try ledger.save(card)
      }
    } catch {
      document.errors.append(error.problem)
    }
  }

  /// Keeps what was read last, where a line on the card is tracked: which notifications still wait.
  func keep(_ document: inout ReadDocument) {
    do throws(LedgerError) {
      guard let ledger = try options.openIfThere() else { return }
      for card in document.cards.map(\.card) where try isTracked(card, ledger) {
        try ledger.save(card)
      }
    } catch {
      document.errors.append(error.problem)
    }
  }

  private func record(_ changes: [ProfileChange], _ ledger: Ledger) throws(LedgerError) {
    for change in changes {
      for line in try ledger.lines(onCard: change.iccid) {
        var event = Event.now(change.kind)
        event.origin = .change
        try ledger.append(event, to: line.id)
      }
    }
  }

  /// Whether a line on a card is tracked: as the card lists its profiles, or as an earlier read that was
  /// kept did, where nobody asked it for them.
  private func isTracked(_ card: CardSnapshot, _ ledger: Ledger) throws(LedgerError) -> Bool {
    for iccid in Set(card.iccids) where try !ledger.lines(onCard: iccid).isEmpty { return true }
    for euicc in card.euiccs where euicc.profiles == nil {
      for known in try ledger.snapshots(ofEUICC: euicc.eid) {
        for iccid in Set(known.iccids) where try !ledger.lines(onCard: iccid).isEmpty {
          return true
        }
      }
    }
    return false
  }
}

extension CardSnapshot {
  /// The same read, before another one: the ledger keeps whole seconds.
  fileprivate func earlier(than other: CardSnapshot) -> CardSnapshot {
    var earlier = self
    earlier.readAt = min(readAt, other.readAt.addingTimeInterval(-1))
    return earlier
  }
}

/// What became of one profile.
private struct ProfileChange {
  let iccid: String
  let kind: Event.Kind

  /// What became of the profiles of an eUICC; nothing where a list was not read.
  static func all(_ before: EUICC, _ after: EUICC) -> [ProfileChange] {
    guard let old = before.profiles, let new = after.profiles else { return [] }
    return old.compactMap { profile in
      guard let iccid = profile.iccid else { return nil }
      let now = new.first { $0.iccid == iccid }
      let kind: Event.Kind? =
        switch (profile.state, now?.state) {
        case (_, nil): now == nil ? .profileDeleted : nil
        case (.enabled, .disabled): .profileDisabled
        case (.disabled, .enabled): .profileEnabled
        default: nil
        }
      return kind.map { ProfileChange(iccid: iccid, kind: $0) }
    }
  }
}
