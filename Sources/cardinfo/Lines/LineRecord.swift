import FoundationEssentials
import Ledger
import Renewal

extension LineRecord {
  /// What the ledger knows of a line now.
  init(_ ledger: Ledger, _ line: Line) throws(LedgerError) {
    self.init(line)
    verdict = try ledger.verdict(of: line.id)
    events = try ledger.events(of: line.id)
    attempts = try ledger.attempts(of: line.id)
  }

  /// A line and where it stands.
  init(_ line: Line, _ verdict: Verdict) {
    self.init(line)
    self.verdict = verdict
  }
}

extension LinesDocument {
  /// Begins a document on standard output.
  static func onStandardOutput() throws -> LinesDocument {
    try LinesDocument(generatedAt: Date()) { StandardOutput.write(Array($0)) }
  }
}
