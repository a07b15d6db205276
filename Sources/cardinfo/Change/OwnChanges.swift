import CardState
import FoundationEssentials
import Ledger
import Renewal

/// Writes down what this program changed on an eUICC, for the lines that are tracked: at once, not with
/// the next read.
struct OwnChanges {
  /// Where the ledger is.
  let options: LedgerOptions

  /// Compares an eUICC before a change with the same one in a document that was read after it. What goes
  /// wrong with the ledger stands beside what was read.
  func record(_ before: EUICC, in document: inout ReadDocument) {
    do throws(LedgerError) {
      for card in document.cards.map(\.card) {
        guard let after = card.euiccs.first(where: { $0.eid == before.eid }) else { continue }
        try record(before, after, on: card)
      }
    } catch {
      document.errors.append(error.problem)
    }
  }

  private func record(
    _ before: EUICC, _ after: EUICC, on card: CardSnapshot
  ) throws(LedgerError) {
    let changes = ProfileChange.all(before, after)
    guard !changes.isEmpty, let ledger = try options.openIfThere() else { return }
    var isTracked = false
    for change in changes {
      for line in try ledger.lines(onCard: change.iccid) {
        var event = Event.now(change.kind)
        event.origin = .change
        try ledger.append(event, to: line.id)
        isTracked = true
      }
    }
    if isTracked { try ledger.save(card) }
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
