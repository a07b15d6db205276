import FoundationEssentials
import Renewal
import Words

/// Reads lines, events and attempts from a table: one that this program wrote, or a person's own,
/// in which each row is a line.
struct CSVImport: ImportSource {
  private var reader: CSVReader
  private let columns: [String]
  private let moment: Date

  /// Reads the first record, which has to name the columns.
  init(_ bytes: ByteSource, at moment: Date, report: (ImportProblem) -> Void) throws {
    self.moment = moment
    guard try bytes.skipMark() else {
      throw LedgerError.notImportable(
        Words("the table is not UTF-8: save it as CSV in UTF-8"))
    }
    let header = try CSVHeader(bytes)
    columns = header.columns
    reader = CSVReader(bytes, separator: header.separator)
    for name in header.unknown {
      report(
        ImportProblem(
          line: 1, column: name, isWarning: true,
          Words("this column is not known and is ignored")))
    }
  }

  mutating func next() throws -> ImportEntry? {
    guard let record = try reader.next() else { return nil }
    var entry = ImportEntry(line: record.line)
    if let problem = record.problem {
      entry.refuse(problem)
      return entry
    }
    if record.fields.dropFirst(columns.count).contains(where: { !$0.isNothing }) {
      entry.refuse(Words("there are more fields than columns"))
      return entry
    }
    var cells: [String: String] = [:]
    for (column, field) in zip(columns, record.fields) where !field.isNothing {
      cells[column] = field.text
    }
    let row = LineTableRow(cells: cells, moment: moment)
    do {
      switch cells[LineTable.record] ?? "line" {
      case "line": entry.records = [try row.line()]
      case "event": entry.records = [try row.event()]
      case "attempt": entry.records = [try row.attempt()]
      default:
        entry.refuse(
          Words("a record is a line, an event or an attempt"), column: LineTable.record)
      }
    } catch let error as CellError {
      entry.refuse(error.message, column: error.column)
    }
    return entry
  }
}

/// The record that names the columns.
private struct CSVHeader {
  let separator: UInt8
  /// The name of each column as the program spells it; empty for one that is not known.
  let columns: [String]
  let unknown: [String]

  init(_ bytes: ByteSource) throws {
    // What separates the fields is known only when the record has been seen.
    var text: [UInt8] = []
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    while let byte = try bytes.next(), isQuoted || byte != UInt8(ascii: "\n") {
      guard text.count < CSVReader.longestField else {
        throw LedgerError.notImportable(Words("the file is not a table: its first line never ends"))
      }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
      text.append(byte)
    }
    let separators = [",", ";", "\t"].compactMap(\.utf8.first)
    let found = separators.max { counts[$0, default: 0] < counts[$1, default: 0] }
    separator = found.flatMap { counts[$0] == nil ? nil : $0 } ?? UInt8(ascii: ",")
    var isRead = false
    var reader = CSVReader(
      ByteSource {
        defer { isRead = true }
        return isRead ? Data() : Data(text)
      }, separator: separator)
    guard let record = try reader.next(), record.problem == nil else {
      throw LedgerError.notImportable(
        Words("the file is not a table: its first line names no columns"))
    }
    let written = record.fields.map { $0.text.filter { !$0.isWhitespace && $0 != "_" } }
    let names = Dictionary(
      uniqueKeysWithValues: LineTable.known.map { ($0.lowercased(), $0) })
    columns = written.map { names[$0.lowercased()] ?? "" }
    unknown = zip(record.fields, columns).filter { $1.isEmpty && !$0.text.isEmpty }.map(\.0.text)
    let known = columns.filter { !$0.isEmpty }
    guard Set(known).count == known.count else {
      throw LedgerError.notImportable(Words("the table has two columns with the same name"))
    }
    guard known.contains("name") || known.contains(LineTable.record) else {
      throw LedgerError.notImportable(Words("the table has no column called name"))
    }
  }
}
