import CardState
import FoundationEssentials
import Ledger

/// What a change of one's own made of a card, as it was read before and afterwards: the ledger learns of
/// it at once, without another read.
struct OwnChange {
  private let before: CardSnapshot
  private let after: CardSnapshot

  init(from before: CardSnapshot, to after: CardSnapshot) {
    self.after = after
    var before = before
    // The ledger keeps whole seconds, and one of the two was earlier.
    before.readAt = min(before.readAt, after.readAt.addingTimeInterval(-1))
    self.before = before
  }

  /// Keeps both reads where a line on the card is tracked.
  ///
  /// - Returns: What went wrong with the ledger, which does not take the change back.
  func record(in options: LedgerOptions) -> [Problem] {
    do throws(LedgerError) {
      guard let ledger = try options.openIfThere(), try tells(ledger) else { return [] }
      try ledger.save(before)
      try ledger.save(after)
      return []
    } catch {
      return [error.problem]
    }
  }

  private func tells(_ ledger: Ledger) throws(LedgerError) -> Bool {
    for iccid in Set(before.lineICCIDs + after.lineICCIDs) {
      if try ledger.line(iccid: iccid) != nil { return true }
    }
    return false
  }
}
