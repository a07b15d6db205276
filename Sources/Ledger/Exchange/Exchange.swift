public import FoundationEssentials
import GRDB

extension Ledger {
  /// Writes all lines with what happened to them, in an order that depends on nothing but them.
  ///
  /// JSON has everything that the ledger has, reads of cards too. CSV has the lines, their events
  /// and how their attempts stand.
  ///
  /// - Parameters:
  ///   - format: the form.
  ///   - moment: what the document is dated with; JSON only.
  ///   - write: takes the text piece by piece.
  /// - Throws: ``LedgerError``, or what `write` throws.
  public func export(
    as format: ExchangeFormat, generatedAt moment: Date, write: @escaping (Data) throws -> Void
  ) throws {
    switch format {
    case .csv: try CSVExport(ledger: self, write: write).run()
    case .json: try JSONExport(ledger: self, write: write).run(generatedAt: moment)
    }
  }

  /// Takes lines and what happened to them from a file. What is there already stays as it is, so
  /// the same file can be imported again.
  ///
  /// Records are written in transactions of some thousands; a strict import is one transaction. The
  /// lines that came are judged at the next list, or by ``judgeAgain(progress:)``.
  ///
  /// - Parameters:
  ///   - format: the form.
  ///   - isStrict: whether one bad record refuses the whole file, with nothing changed.
  ///   - moment: when it is imported.
  ///   - progress: is told now and then how many records were read.
  ///   - report: gets what is wrong, as it is found.
  ///   - read: gives the next bytes; empty at the end. None of these three may use the ledger.
  /// - Throws: ``LedgerError``; ``LedgerError/Code/refusedImport`` when the file is none of this
  ///   form, or is refused as a whole; or what `read` throws.
  public func importLines(
    from format: ExchangeFormat, isStrict: Bool = false, at moment: Date,
    progress: @escaping (_ records: Int) -> Void = { _ in },
    report: @escaping (ImportProblem) -> Void = { _ in }, read: @escaping () throws -> Data
  ) throws -> ImportReport {
    let bytes = ByteSource(read)
    var run = ImportRun(
      source: format == .csv
        ? try CSVImport(bytes, at: moment, report: report) : try JSONImport(bytes),
      at: moment, progress: progress, report: report)
    try isStrict ? run.strictly(into: self) : run.leniently(into: self)
    return run.done
  }
}
