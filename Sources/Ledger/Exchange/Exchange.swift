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

  /// Takes lines and what happened to them from a file, in one transaction. The same file can be
  /// imported again.
  ///
  /// A document adds what is not there; what is there stays as it is. A cell of a table also takes the
  /// place of what an earlier table said, but not of what a person or the carrier said since. The
  /// lines that came are judged at the next list, or by ``judgeAgain(progress:)``.
  ///
  /// - Parameters:
  ///   - format: the form.
  ///   - reading: how a person's table is read.
  ///   - isStrict: whether one bad record refuses the whole file, with nothing changed.
  ///   - isRehearsal: whether nothing is kept of it, so that only what would happen is told.
  ///   - moment: when it is imported.
  ///   - progress: is told now and then how many records were read.
  ///   - report: gets what is wrong, as it is found.
  ///   - row: gets what becomes of each row, as it is found.
  ///   - read: gives the next bytes; empty at the end. None of these four may use the ledger.
  /// - Throws: ``LedgerError``; ``LedgerError/Code/refusedImport`` when the file is none of this
  ///   form, or is refused as a whole; or what `read` throws.
  public func importLines(
    from format: ExchangeFormat, reading: TableReading = TableReading(), isStrict: Bool = false,
    isRehearsal: Bool = false, at moment: Date,
    progress: @escaping (_ records: Int) -> Void = { _ in },
    report: @escaping (ImportProblem) -> Void = { _ in },
    row: @escaping (ImportedRow) -> Void = { _ in }, read: @escaping () throws -> Data
  ) throws -> ImportReport {
    let bytes = try ByteSource(read).decoded(as: reading.encoding)
    let context = TableContext(reading, judging, at: moment)
    var run = ImportRun(
      source: try source(of: bytes, format, context, report), at: moment, in: judging.zone,
      progress: progress,
      report: report, row: row)
    try run.take(into: self, isStrict: isStrict, isRehearsal: isRehearsal)
    return run.done
  }

  private func source(
    of bytes: ByteSource, _ format: ExchangeFormat, _ context: TableContext,
    _ report: @escaping (ImportProblem) -> Void
  ) throws -> any ImportSource {
    switch format {
    case .csv: return try CSVImport(bytes, context, report: report)
    case .json:
      let isList = try bytes.skipMark() && bytes.firstOfText() == UInt8(ascii: "[")
      return try isList
        ? JSONTableImport(bytes, context, report: report) : JSONImport(bytes)
    }
  }
}
