public import FoundationEssentials

extension Ledger {
  /// Writes all lines with their events and attempts, by name for good.
  ///
  /// - Parameters:
  ///   - format: the form.
  ///   - generatedAt: the moment that the document is dated with; JSON only.
  ///   - write: takes the text piece by piece.
  /// - Throws: ``LedgerError``, or what `write` throws.
  public func export(
    as format: ExchangeFormat, generatedAt: Date? = nil, write: (Data) throws -> Void
  ) throws {}

  /// Takes lines, events and attempts from a file. What is there already stays.
  ///
  /// - Parameters:
  ///   - format: the form.
  ///   - isStrict: whether one bad record refuses the whole file, with nothing changed.
  ///   - moment: when it is imported.
  ///   - progress: is told now and then how many records were read.
  ///   - report: gets what is wrong, as it is found.
  ///   - read: gives the next bytes; empty at the end.
  /// - Throws: ``LedgerError``; ``LedgerError/Code/refusedImport`` where `isStrict` asks for it; or
  ///   what `read` throws.
  public func importLines(
    from format: ExchangeFormat, isStrict: Bool = false, at moment: Date,
    progress: (_ records: Int) -> Void = { _ in }, report: (ImportProblem) -> Void = { _ in },
    read: () throws -> Data
  ) throws -> ImportReport { ImportReport() }
}
