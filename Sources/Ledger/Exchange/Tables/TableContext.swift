import FoundationEssentials
import Renewal
import Words

/// What the rows of a table are read with.
struct TableContext {
  let reading: TableReading
  let words: TableWords
  let rules: RuleBook
  let zone: TimeZone
  /// When it is imported.
  let moment: Date
  /// Whether this program wrote the table.
  private(set) var isOwn = false
  private(set) var isOfMainland = false
  /// What a term counts that is a number alone.
  private(set) var unitOfTerms: (unit: Period.Unit, times: Int) = (.day, 1)

  /// The rows of a person's own table are compared with each other, so there may be so many.
  static let mostRows = 100_000

  init(_ reading: TableReading, _ judging: Judging, at moment: Date) {
    self.reading = reading
    words = TableWords(reading.languages)
    rules = judging.rules
    zone = judging.zone
    self.moment = moment
  }

  /// The same, for a table with these columns.
  func of(_ header: TableHeader) -> TableContext {
    var context = self
    context.isOwn = header.isOwn
    context.isOfMainland = header.isOfMainland
    // 周期（月）
    if let place = header.places["every"]?.first, header.headers.indices.contains(place),
      let inner = header.headers[place].split(whereSeparator: { "()[]（）【】".contains($0) })
        .dropFirst().first, let unit = words.unit(inner)
    {
      context.unitOfTerms = unit
    }
    return context
  }

  var dates: CellDates { CellDates(words: words, order: reading.dateOrder, zone: zone) }
  var amounts: CellAmounts { CellAmounts(words: words, isOfMainland: isOfMainland) }

  /// Reads a record, or says why it is no line.
  func read(_ texts: [String?], _ header: TableHeader, into entry: inout ImportEntry) {
    if !isOwn, let why = whyNoLine(texts, header) {
      entry = .skipped(why, line: entry.line)
      return
    }
    let row = LineTableRow(cells: header.cells(texts), context: self)
    entry.name = row.cells["name"]
    do {
      switch row.cells[LineTable.record] ?? "line" {
      case "line": entry.records = [try row.line(at: entry.line, &entry.problems)]
      case "event": entry.records = [try row.event()]
      case "attempt": entry.records = [try row.attempt()]
      default:
        entry.refuse(
          Words("a record is a line, an event or an attempt"), column: LineTable.record)
      }
    } catch let error as CellError {
      entry.refuse(error.message, column: error.column)
    } catch {
      entry.refuse(Words("can't be understood: \(String(describing: error))"))
    }
  }

  /// Why a record of a person's table is no line: the columns' names once more, or sums.
  private func whyNoLine(_ texts: [String?], _ header: TableHeader) -> Words? {
    let filled = texts.enumerated().compactMap { place, text in
      text.map { (place, $0.trimmed) }
    }.filter { !$0.1.isEmpty }
    let isHeader = filled.allSatisfy { place, text in
      header.headers.indices.contains(place) && header.headers[place].trimmed == text
    }
    if isHeader, filled.count > 1 { return Words("the columns' names once more") }
    let cells = header.cells(texts).mapValues(\.trimmed).filter { !$0.value.isEmpty }
    let said = ["iccid", "rule", "expires", "activated", "lastTopUp", "lastUse", "lastKept"]
    guard said.allSatisfy({ cells[$0] == nil || Self.isNothing(cells[$0]) }) else { return nil }
    if let first = filled.first?.1,
      words.isTotal(first) || cells["name"].map(words.isTotal) ?? false
    {
      return Words("a row of sums")
    }
    let isSums = filled.allSatisfy { _, text in
      text.contains { $0.isASCII && $0.isNumber } && (try? amounts.read(text)) != nil
    }
    return !filled.isEmpty && cells["name"] == nil && cells["numbers"] == nil && isSums
      ? Words("a row of sums") : nil
  }

  /// Whether a cell says that there is nothing to say.
  static func isNothing(_ cell: String?) -> Bool {
    guard let cell else { return true }
    return ["-", "--", "—", "–", "/", "n/a", "na", "无", "無"].contains(cell.lowercased())
  }
}
