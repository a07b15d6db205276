import CardState
import Carriers
import FoundationEssentials
import Ledger
import Renewal

extension GuideCase {
  /// What a guide for a line is made from.
  /// - Parameters:
  ///   - ledger: what is kept of it.
  ///   - line: the line.
  ///   - card: a read of its card just now, if there was one.
  init(_ ledger: Ledger, _ line: Line, card: CardSnapshot?) throws(LedgerError) {
    self.init(
      line: line, verdict: try ledger.verdict(of: line.id), now: Date(),
      zone: ledger.judging.zone)
    rule = line.rule.flatMap { ledger.judging.rules[$0] }
    attempts = try ledger.attempts(of: line.id)
    let reads = try line.iccid.map { iccid throws(LedgerError) in
      try ledger.snapshots(of: iccid, limit: 10)
    }
    self.card = card ?? reads?.first
    // Most reads leave out the messages and the carrier's numbers.
    if self.card?.serviceNumbers == nil {
      self.card?.serviceNumbers = reads?.compactMap(\.serviceNumbers).first
    }
    carriers = CarrierFiles.layers.book.carriers(of: line, on: self.card)
  }
}

extension CarrierBook {
  /// Who may run a line, the likeliest first: by its card, and by the rule that it is said to have.
  fileprivate func carriers(of line: Line, on card: CardSnapshot?) -> [Carrier] {
    let found = candidates(for: identity(of: line, on: card))
    let best = found.first?.score
    let likely = found.filter { $0.score == best }.map(\.carrier)
    guard let rule = line.rule else { return likely }
    let bound = found.map(\.carrier).filter { $0.rules.contains(rule) }
    let ruled = bound.isEmpty ? carriers.filter { $0.rules.contains(rule) } : bound
    return ruled + likely.filter { carrier in !ruled.contains { $0.id == carrier.id } }
  }

  private func identity(of line: Line, on card: CardSnapshot?) -> CardIdentity {
    guard let card, let iccid = line.iccid else {
      var identity = CardIdentity()
      identity.iccid = line.iccid
      return identity
    }
    let profile = card.euiccs.compactMap(\.profiles).joined().first { $0.iccid == iccid }
    guard card.iccid != iccid, let profile else { return CardIdentity(card) }
    return CardIdentity(profile)
  }
}
