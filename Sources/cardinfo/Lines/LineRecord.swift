import Ledger
import Renewal

/// All that is known of a line: one element of `lines` in `Docs/schema/lines.schema.json`.
struct LineRecord: Encodable {
  var line: Line
  var verdict: Verdict
  var events: [Event]?
  var attempts: [RenewalAttempt]?
}

extension LineRecord {
  /// What the ledger knows of a line now.
  init(_ ledger: Ledger, _ line: Line) throws(LedgerError) {
    self.init(
      line: line, verdict: try ledger.verdict(of: line.id), events: try ledger.events(of: line.id),
      attempts: try ledger.attempts(of: line.id))
  }
}
