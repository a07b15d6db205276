import FoundationEssentials

/// A table as text (RFC 4180), with what a spreadsheet would take for a formula disarmed.
public enum TableText {
  /// A row, with its end.
  public static func row(_ cells: [String?]) -> String {
    cells.map { CSVRecord.Field.written($0.map(FormulaGuard.written)) }.joined(separator: ",")
      + "\r\n"
  }

  /// The rows of a table that ``row(_:)`` wrote, without those that are broken; nil for an empty cell.
  ///
  /// - Throws: `LedgerError` for a table that is too long to be read to its end.
  public static func rows(of text: [UInt8]) throws -> [[String?]] {
    var rest = Data(text)
    let source = ByteSource {
      defer { rest = Data() }
      return rest
    }
    var reader = CSVReader(source, separator: UInt8(ascii: ","))
    var rows: [[String?]] = []
    while let record = try reader.next() {
      guard record.problem == nil, !record.isBlank else { continue }
      rows.append(record.fields.map { $0.isNothing ? nil : FormulaGuard.read($0.text) })
    }
    return rows
  }
}
