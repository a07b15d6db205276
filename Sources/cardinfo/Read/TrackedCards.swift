import CardState
import Ledger
import Renewal

/// Joins what was read with what the ledger keeps: saves reads of known cards, and says of each
/// line on a card where it stands.
struct TrackedCards {
  /// Where the ledger is.
  let options: LedgerOptions
  /// Whether to save reads of cards without a tracked line as well.
  let savesAll: Bool
  /// Whether to offer to track what is not tracked yet.
  let offers: Bool
  /// Whether a read is kept that is of a tracked line.
  var keeps = true

  /// Adds the lines of each card to a document. What goes wrong with the ledger stands beside what
  /// was read.
  func join(_ document: inout ReadDocument) {
    do throws(LedgerError) {
      let ledger = savesAll ? try options.openOrMake() : try options.openIfThere()
      for index in document.cards.indices {
        let card = document.cards[index].card
        let lines = try lines(on: card, ledger, &document.errors)
        document.cards[index].lines = lines
        document.cards[index].waiting =
          try ledger?.longWaiting(on: card.euiccs.map(\.eid)) ?? []
        if offers { document.cards[index].offer = TrackingOffer.all(for: lines, on: card).first }
      }
    } catch {
      document.errors.append(error.problem)
    }
  }

  private func lines(
    on card: CardSnapshot, _ ledger: Ledger?, _ problems: inout [Problem]
  ) throws(LedgerError) -> [LineOnCard] {
    let ofLines = card.lineICCIDs
    guard let ledger else { return ofLines.map { LineOnCard(iccid: $0) } }
    var found: [(iccid: String, line: Line)] = []
    var others: [LineOnCard] = []
    for iccid in card.iccids {
      let tracked = try ledger.lines(onCard: iccid).filter { $0.retiredOn == nil }
      found += tracked.map { (iccid, $0) }
      guard tracked.isEmpty, ofLines.contains(iccid) else { continue }
      let former = try ledger.lines(formerlyOnCard: iccid).first { $0.retiredOn == nil }
      others.append(LineOnCard(iccid: iccid, former: former.flatMap { .init($0, on: iccid) }))
    }
    if keeps, savesAll || !found.isEmpty { try save(card, in: ledger, &problems) }
    var lines: [LineOnCard] = []
    for (iccid, line) in found {
      let tracked = LineOnCard.Tracked(
        line: line, verdict: try ledger.verdict(of: line.id),
        events: try ledger.events(of: line.id))
      lines.append(LineOnCard(iccid: iccid, tracked: tracked))
    }
    return lines + others
  }

  /// A ledger that can't be written still tells what it knows.
  private func save(
    _ card: CardSnapshot, in ledger: Ledger, _ problems: inout [Problem]
  ) throws(LedgerError) {
    do {
      try ledger.save(card)
    } catch {
      guard error.code == .readOnly else { throw error }
      problems.append(error.problem)
    }
  }
}
