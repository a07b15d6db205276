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
    try self.init(
      ledger, line, try ledger.verdict(of: line.id), try ledger.attempts(of: line.id), card: card)
  }

  /// The same of a line that was judged already.
  init(
    _ ledger: Ledger, _ line: Line, _ verdict: Verdict, _ attempts: [RenewalAttempt],
    card: CardSnapshot? = nil
  ) throws(LedgerError) {
    self.init(line: line, verdict: verdict, now: Date(), zone: ledger.judging.zone)
    rule = line.rule.flatMap { ledger.judging.rules[$0] }
    self.attempts = attempts
    let reads = try line.iccid.map { iccid throws(LedgerError) in
      try ledger.snapshots(of: iccid, limit: 10)
    }
    self.card = card ?? reads?.first
    // Most reads leave out the messages and the carrier's numbers.
    if self.card?.serviceNumbers == nil {
      self.card?.serviceNumbers = reads?.compactMap(\.serviceNumbers).first
    }
    carriers = CarrierFiles.all.book.carriers(of: line, on: self.card)
  }
}
