import FoundationEssentials
import Renewal
import Words

/// Reads lines, events and attempts from a table: one that this program wrote, or a person's own,
/// in which each row is a line.
struct CSVImport: ImportSource {
  private var reader: CSVReader
  private let header: TableHeader
  private let context: TableContext
  private var above: [ImportEntry] = []
  private var rows = 0

  var isPersons: Bool { !header.isOwn }

  /// Finds the record that names the columns, and what separates them.
  init(
    _ bytes: ByteSource, _ context: TableContext, report: (ImportProblem) -> Void
  ) throws {
    guard try bytes.skipMark() else {
      throw LedgerError.notImportable(
        Words("the table is not UTF-8: save it as CSV in UTF-8"))
    }
    let prefix = try bytes.prefix(Self.longestHead)
    guard let found = TableStart(prefix, context) else {
      throw Self.isText(prefix)
        ? LedgerError.notImportable(Words("the table has no column called name or number"))
        : LedgerError(
          .refusedImport, Words("the table is not UTF-8"),
          hint: Words("save it as CSV in UTF-8, or say what it is, such as: --encoding gbk"))
    }
    if let flaw = found.header.flaw(context.reading.columns) { throw flaw }
    header = found.header
    self.context = context.of(header)
    reader = CSVReader(bytes, separator: found.separator)
    if found.saysSeparator { _ = try reader.next() }
    for _ in 0..<found.index {
      guard let title = try reader.next() else { break }
      guard !title.isBlank else { continue }
      above.append(.skipped(Words("a title above the columns"), line: title.line))
    }
    let line = try reader.next()?.line ?? 1
    for name in header.unknown {
      report(
        ImportProblem(
          line: line, column: name, isWarning: true,
          Words("this column is not known and is ignored")))
    }
    above.reverse()
  }

  /// The columns are named within so many bytes.
  static let longestHead = 1 << 18

  private static func isText(_ prefix: [UInt8]) -> Bool {
    // The last character may be cut.
    (0..<4).contains { String(validating: prefix.dropLast($0), as: UTF8.self) != nil }
  }

  mutating func next() throws -> ImportEntry? {
    if let entry = above.popLast() { return entry }
    while let record = try reader.next() {
      var entry = ImportEntry(line: record.line)
      if let problem = record.problem {
        entry.refuse(problem)
        return entry
      }
      if record.isBlank { continue }
      rows += 1
      guard header.isOwn || rows <= TableContext.mostRows else {
        throw LedgerError.notImportable(
          Words("the table has more than \(TableContext.mostRows) rows"))
      }
      if record.fields.dropFirst(header.headers.count).contains(where: { !$0.isNothing }) {
        entry.refuse(Words("there are more fields than columns"))
        return entry
      }
      context.read(
        record.fields.map { $0.isNothing ? nil : FormulaGuard.read($0.text) }, header, into: &entry)
      return entry
    }
    return nil
  }
}

/// How a table begins: what separates its fields, and which of its first records names the columns.
private struct TableStart {
  var separator: UInt8
  /// Whether the first line says so: `sep=;`.
  var saysSeparator = false
  var index: Int
  var header: TableHeader

  /// Titles stand in fewer records than that.
  private static let mostTitles = 30

  init?(_ prefix: [UInt8], _ context: TableContext) {
    if let said = Self.said(prefix) {
      guard let found = Self.header(prefix, separator: said, after: 1, context) else { return nil }
      self = TableStart(
        separator: said, saysSeparator: true, index: found.index, header: found.header)
      return
    }
    // Spreadsheets take the separator of their country: the one that makes columns of the most.
    let found = [",", ";", "\t", "|"].compactMap(\.utf8.first).compactMap { separator in
      Self.header(prefix, separator: separator, after: 0, context).map {
        TableStart(separator: separator, index: $0.index, header: $0.header)
      }
    }
    guard
      let best = found.enumerated().max(by: { left, right in
        (left.element.header.known, left.element.header.headers.count, -left.offset)
          < (right.element.header.known, right.element.header.headers.count, -right.offset)
      })
    else { return nil }
    self = best.element
  }

  private init(separator: UInt8, saysSeparator: Bool = false, index: Int, header: TableHeader) {
    self.separator = separator
    self.saysSeparator = saysSeparator
    self.index = index
    self.header = header
  }

  private static func said(_ prefix: [UInt8]) -> UInt8? {
    let first = prefix.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let plain = first.filter { $0 != UInt8(ascii: "\"") }
    guard plain.count == 5,
      String(decoding: plain.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let separator = plain.last, separator < 0x80
    else { return nil }
    return separator
  }

  private static func header(
    _ prefix: [UInt8], separator: UInt8, after skipped: Int, _ context: TableContext
  ) -> (index: Int, header: TableHeader)? {
    var isRead = false
    var reader = CSVReader(
      ByteSource {
        defer { isRead = true }
        return isRead ? Data() : Data(prefix)
      }, separator: separator)
    var records: [[String]] = []
    while records.count < mostTitles + skipped, let record = try? reader.next() {
      // A record that is unusable names no columns.
      records.append(record.problem == nil ? record.fields.map(\.text) : [])
    }
    return TableHeader.find(
      in: Array(records.dropFirst(skipped)), context.words, context.reading.columns)
  }
}
