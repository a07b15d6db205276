import FoundationEssentials
import Words

/// The record of a table that names its columns, and which column stands where.
struct TableHeader {
  /// Where each column stands, by its name.
  private(set) var places: [String: [Int]] = [:]
  /// What the table calls the columns, as it writes them.
  private(set) var headers: [String]
  /// Columns that are not known.
  private(set) var unknown: [String] = []
  /// Whether the names are those that mainland China uses.
  private(set) var isOfMainland = false
  /// How many columns are known.
  var known: Int { places.count }

  /// Whether it is a table that this program wrote.
  var isOwn: Bool { places[LineTable.record] != nil }

  /// Whether some column says which line a row is about.
  var namesLines: Bool { isOwn || places["name"] != nil || places["numbers"] != nil }

  /// Reads a record, whatever it names.
  init(_ headers: [String], _ words: TableWords, _ given: [TableReading.NamedColumn]) {
    self.headers = headers
    let own = Dictionary(
      LineTable.known.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    var simplified = false
    var traditional = false
    for (place, header) in headers.enumerated() where !header.allSatisfy(\.isWhitespace) {
      let asked = given.filter { TableWords.folded($0.header) == TableWords.folded(header) }
      let plain = header.filter { !$0.isWhitespace && $0 != "_" }.lowercased()
      if !asked.isEmpty {
        for column in asked { places[column.name, default: []].append(place) }
      } else if let name = own[plain], !given.contains(where: { $0.name == name }) {
        places[name, default: []].append(place)
      } else if let meaning = words.column(header) {
        simplified = simplified || meaning.languages == ["zh-Hans"]
        traditional = traditional || meaning.languages == ["zh-Hant"]
        // A column that was given by name is that one alone.
        if given.contains(where: { $0.name == meaning.column }) {
          unknown.append(header)
        } else {
          places[meaning.column, default: []].append(place)
        }
      } else {
        unknown.append(header)
      }
    }
    isOfMainland = simplified && !traditional
  }

  /// Why rows can't be read by it; nil where they can.
  func flaw(_ given: [TableReading.NamedColumn]) -> LedgerError? {
    if let missing = given.first(where: { places[$0.name] == nil }) {
      return .notImportable(Words("the table has no column called \(missing.header)"))
    }
    if let twice = places.filter({ $0.value.count > 1 }).keys.sorted().first,
      let found = places[twice]
    {
      let names = found.map { headers[$0] }
      return LedgerError(
        .refusedImport,
        Set(names).count == 1
          ? Words("the table has two columns with the same name")
          : Words("the table has two columns for \(twice): \(names.joined(separator: ", "))"),
        hint: Words("say which one it is: --columns \"\(twice)=\(names.first ?? "")\""))
    }
    return nil
  }

  /// What stands in a record, by column.
  func cells(_ texts: [String?]) -> [String: String] {
    var cells: [String: String] = [:]
    for (column, found) in places {
      guard let place = found.first, texts.indices.contains(place), let text = texts[place] else {
        continue
      }
      cells[column] = text
    }
    return cells
  }

  /// The record among the first of a table that names its columns: below titles, above lines.
  ///
  /// It names the lines, and most of its cells are columns; one that is nothing but a name is
  /// believed where there is no better one.
  static func find(
    in records: [[String]], _ words: TableWords, _ given: [TableReading.NamedColumn]
  ) -> (index: Int, header: TableHeader)? {
    let found = records.enumerated().map { ($0.offset, TableHeader($0.element, words, given)) }
      .filter { $0.1.namesLines }
    let best = found.first { _, header in
      header.known > 1 || header.unknown.isEmpty
    }
    return best ?? found.first
  }
}
