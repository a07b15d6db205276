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
  init(_ ledger: Ledger, _ id: Line.ID) throws(LedgerError) {
    guard let line = try ledger.line(id) else { throw .unknownLine }
    self.init(
      line: line, verdict: try ledger.verdict(of: id), events: try ledger.events(of: id),
      attempts: try ledger.attempts(of: id))
  }
}
