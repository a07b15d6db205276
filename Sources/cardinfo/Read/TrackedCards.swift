import CardState
import Carriers
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

  /// Adds the lines of each card to a document. What goes wrong with the ledger stands beside what
  /// was read.
  func join(_ document: inout ReadDocument) {
    do throws(LedgerError) {
      let ledger = savesAll ? try options.openOrMake() : try options.openIfThere()
      for index in document.cards.indices {
        let card = document.cards[index].card
        let lines = try lines(on: card, ledger, &document.errors)
        document.cards[index].lines = lines
        if offers { document.cards[index].offer = TrackingOffer(for: lines, on: card) }
      }
    } catch {
      document.errors.append(error.problem)
    }
  }

  private func lines(
    on card: CardSnapshot, _ ledger: Ledger?, _ problems: inout [Problem]
  ) throws(LedgerError) -> [LineOnCard] {
    let iccids = card.lineICCIDs
    guard let ledger else { return iccids.map { LineOnCard(iccid: $0) } }
    var tracked: [String: Line] = [:]
    for iccid in iccids {
      let line = try ledger.line(iccid: iccid)
      if line?.retiredOn == nil { tracked[iccid] = line }
    }
    if savesAll || !tracked.isEmpty { try save(card, in: ledger, &problems) }
    var lines: [LineOnCard] = []
    for iccid in iccids {
      var line = LineOnCard(iccid: iccid)
      if let known = tracked[iccid] {
        line.tracked = LineOnCard.Tracked(
          line: known, verdict: try ledger.verdict(of: known.id),
          events: try ledger.events(of: known.id))
      }
      lines.append(line)
    }
    return lines
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

extension TrackingOffer {
  /// The offer for the first line that is not tracked; nil where all are.
  fileprivate init?(for lines: [LineOnCard], on card: CardSnapshot) {
    let untracked = lines.filter { $0.tracked == nil }
    guard let first = untracked.first else { return nil }
    let profile = card.euiccs.compactMap(\.profiles).joined().first { $0.iccid == first.iccid }
    let identity =
      first.iccid == card.iccid
      ? CardIdentity(card) : profile.map { CardIdentity($0) } ?? CardIdentity()
    let names = [profile?.nickname, profile?.serviceProvider, card.subscriber?.spn]
    self.init(
      untracked: untracked.count, iccid: first.iccid,
      name: names.compactMap { $0 }.first { !$0.isEmpty }, rule: Self.rule(of: identity))
  }

  /// The rule of the likeliest carrier, if it is one carrier with one rule.
  private static func rule(of identity: CardIdentity) -> String? {
    let candidates = CarrierFiles.known.book.candidates(for: identity)
    let likely = candidates.filter { $0.score == candidates.first?.score }
    guard likely.count == 1, let rules = likely.first?.carrier.rules else { return nil }
    return rules.count == 1 ? rules.first : nil
  }
}
