import FoundationEssentials
import Words

/// Reads lines from a list of objects, as other programs export them: each is a row, its members are
/// the cells.
struct JSONTableImport: ImportSource {
  private var scanner: JSONScanner
  private let context: TableContext
  private let report: (ImportProblem) -> Void
  private var reported: Set<String> = []
  private var seen: Set<String> = []
  private var isAtEnd = false
  private var rows = 0

  let isPersons = true

  /// Passes over the bracket that it begins with.
  init(
    _ bytes: ByteSource, _ context: TableContext, report: @escaping (ImportProblem) -> Void
  ) throws {
    scanner = JSONScanner(bytes)
    self.context = context
    self.report = report
    guard try scanner.beginsList() else { throw Self.noTable }
  }

  private static let noTable = LedgerError.notImportable(
    Words("the file is neither a document of lines nor a list of objects"))

  mutating func next() throws -> ImportEntry? {
    guard !isAtEnd else { return nil }
    do {
      guard let element = try scanner.nextElement() else {
        isAtEnd = true
        try scanner.ends()
        guard rows > 0 else { throw Self.noTable }
        if let missing = context.reading.columns.first(where: { !seen.contains($0.name) }) {
          throw LedgerError.notImportable(
            Words("the table has no column called \(missing.header)"))
        }
        return nil
      }
      rows += 1
      guard rows <= TableContext.mostRows else {
        throw LedgerError.notImportable(
          Words("the table has more than \(TableContext.mostRows) rows"))
      }
      return entry(element)
    } catch let error as JSONScanner.Problem {
      isAtEnd = true
      var entry = ImportEntry(line: error.line)
      entry.refuse(error.message)
      return entry
    }
  }

  private mutating func entry(_ element: JSONScanner.Element) -> ImportEntry {
    var entry = ImportEntry(line: element.line)
    guard
      let members = try? JSONDecoder().decode([String: JSONCell].self, from: Data(element.bytes))
    else {
      entry.refuse(Words("each element has to be an object"))
      return entry
    }
    let names = members.keys.sorted()
    let header = TableHeader(names, context.words, context.reading.columns)
    seen.formUnion(header.places.keys)
    for name in header.unknown where reported.insert(name).inserted && reported.count <= 1_000 {
      report(
        ImportProblem(
          line: element.line, column: name, isWarning: true,
          Words("this column is not known and is ignored")))
    }
    if let flaw = header.flaw([]) {
      entry.refuse(flaw.message)
      return entry
    }
    context.of(header).read(names.map { members[$0]?.text }, header, into: &entry)
    return entry
  }
}

/// A member as the cell of a table. Numbers are exact.
private enum JSONCell: Decodable {
  case text(String)
  case list([String])
  case none

  var text: String? {
    switch self {
    case .text(let text): text
    case .list(let texts): try? StoredJSON.text(texts)
    case .none: nil
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Int.self) {
      self = .text(String(number))
    } else if let number = try? container.decode(Decimal.self) {
      self = .text(number.description)
    } else if let list = try? container.decode([String].self) {
      self = .list(list)
    } else if let isSo = try? container.decode(Bool.self) {
      self = .text(isSo ? "true" : "false")
    } else {
      self = .none
    }
  }
}
