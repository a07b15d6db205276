import CardState
import FoundationEssentials
import Renewal
import Words

/// A cell that can't be understood.
struct CellError: Error {
  let column: String?
  let message: Words

  init(_ column: String?, _ message: Words) {
    self.column = column
    self.message = message
  }
}

/// What a row of a table says of a line. Only the columns that were given count; an empty identifier
/// stands for none.
struct TableRow {
  var line: Line
  /// The columns of the line that have something in them.
  var given: Set<String>
  /// What happened to it.
  var events: [EventCell]
  /// Whether this program wrote the table.
  var isOwn: Bool
  /// Whether the row itself says what the line is called.
  var isNamed: Bool
  /// Whether a spreadsheet may have rounded the ICCID.
  var hasRoundedICCID: Bool
  /// What the same cells have in common.
  var mark: Int

  /// A cell that says what happened.
  struct EventCell {
    var column: String
    /// What it says, in one form.
    var text: String
    var event: Event
  }
}

/// One row of a table of lines, by the columns that have something in it.
struct LineTableRow {
  var cells: [String: String]
  let context: TableContext
  private let mark: Int

  init(cells: [String: String], context: TableContext) {
    self.context = context
    mark = cells.hashValue
    self.cells = cells
    guard !context.isOwn else { return }
    self.cells = cells.compactMapValues { cell in
      let plain = Self.unquoted(cell.trimmed)
      return plain.isEmpty ? nil : plain
    }
    for column in cells.keys
    where !["name", "note", "owner", "group"].contains(column)
      && TableContext.isNothing(self.cells[column])
    {
      self.cells[column] = nil
    }
  }

  // ="0044…" and '0044…, with which spreadsheets are made to keep digits.
  private static func unquoted(_ cell: String) -> String {
    if cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.count > 2 {
      return String(cell.dropFirst(2).dropLast()).trimmed
    }
    if cell.first == "'", let second = cell.dropFirst().first, second.isNumber || second == "+" {
      return String(cell.dropFirst())
    }
    return cell
  }

  /// A line, and what its row says has happened to it.
  func line(at place: Int, _ problems: inout [ImportProblem]) throws -> ImportRecord {
    var row = self
    if !context.isOwn { try row.makePlain(at: place, &problems) }
    guard let name = row.cells["name"] ?? row.numbers.first, !name.isEmpty else {
      throw CellError("name", Words("a line needs a name"))
    }
    row.cells["name"] = name
    try row.checkICCID()
    try row.checkRule(at: place, &problems)
    let isRounded = row.cells["iccid"].map(WrittenNumber.isRounded) ?? false
    try row.makeDayPlain("retiredOn")
    let fixed = [
      "id": Self.text(cells[LineTable.id] ?? ""), "formerCards": "[]",
      "thresholds": try StoredJSON.text(Threshold.usual), "clocks": "[]",
    ]
    var line = try row.value(Line.self, LineTable.line, fixed)
    if cells["thresholds"] != nil { line.ownThresholds = line.thresholds }
    if let day = line.billingDay, !(1...31).contains(day) {
      throw CellError("billingDay", Words("a day of the month is needed, 1 to 31"))
    }
    var given = Set(LineTable.line.map(\.name).filter { cells[$0] != nil })
    if let clock = try row.ownClock() {
      line.clocks.removeAll { $0.id == clock.id }
      line.clocks.append(clock)
      given.insert("every")
    } else if row.cells["expires"] != nil, line.rule == nil, line.clocks.isEmpty {
      line.clocks = [.givenDate]
    }
    let events = try row.eventsOfCells(of: line)
    return .row(
      TableRow(
        line: line, given: given, events: events, isOwn: context.isOwn,
        isNamed: cells["name"] != nil, hasRoundedICCID: isRounded, mark: mark))
  }

  func event() throws -> ImportRecord {
    var row = self
    for column in ["on", "date"] where row.cells[column].flatMap({ Occurrence($0) }) == nil {
      try row.makeDayPlain(column)
    }
    return .event(try row.value(Event.self, LineTable.event, [:]), of: try id())
  }

  func attempt() throws -> ImportRecord {
    let attempt = try value(
      RenewalAttempt.self, LineTable.attempt, ["line": Self.text(try id())])
    guard attempt.isPossible else {
      throw CellError("phase", Words("the phase does not fit the times"))
    }
    return .attempt(attempt)
  }

  private func id() throws -> String {
    guard let id = cells[LineTable.id] else {
      throw CellError(LineTable.id, Words("it does not say which line it belongs to"))
    }
    return id
  }

  var numbers: [String] { cells["numbers"].map(CellList.texts) ?? [] }

  private func checkICCID() throws {
    guard let iccid = cells["iccid"] else { return }
    if WrittenNumber.isExponential(iccid) {
      throw CellError(
        "iccid", Words("a spreadsheet turned it into a number: format the column as text"))
    }
    guard ICCIDForms.isPossible(ICCIDForms.plain(iccid)) else {
      throw CellError("iccid", Words("an ICCID has 18 to 20 digits"))
    }
  }

  private mutating func checkRule(at place: Int, _ problems: inout [ImportProblem]) throws {
    guard let rule = cells["rule"], context.rules[rule] == nil else { return }
    if let known = context.rules[rule.lowercased()], !context.isOwn {
      cells["rule"] = known.id
      return
    }
    let near = context.rules.near(rule).map(\.id).joined(separator: ", ")
    let message =
      near.isEmpty
      ? Words("there is no rule '\(rule)'; see: cardinfo line rules")
      : Words("there is no rule '\(rule)'; near it: \(near)")
    // What left a ledger comes back, whatever has become of its rule.
    guard context.isOwn else { throw CellError("rule", message) }
    problems.append(ImportProblem(line: place, column: "rule", isWarning: true, message))
  }

  // The cells as the JSON of a value, and the value of that: what a value must be like is said in
  // one place alone.
  private func value<Value: Decodable>(
    _: Value.Type, _ columns: [LineTable.Column], _ fixed: [String: String]
  ) throws -> Value {
    var members = fixed
    var nested: [String: [String]] = [:]
    for column in columns {
      guard let cell = cells[column.name] else { continue }
      let json = try self.json(of: cell, column)
      if let inner = column.inner {
        nested[column.member, default: []].append("\(Self.text(inner)):\(json)")
      } else {
        members[column.member] = json
      }
    }
    for (outer, inner) in nested { members[outer] = "{\(inner.joined(separator: ","))}" }
    let json = "{\(members.map { "\(Self.text($0)):\($1)" }.joined(separator: ","))}"
    do {
      return try StoredJSON.value(Value.self, json)
    } catch let error as DecodingError {
      let path = error.path
      let column =
        columns.first { $0.path == path }
        ?? columns.first { path.hasPrefix($0.path) || $0.path.hasPrefix(path + ".") }
      throw CellError(column?.name, Words("can't be understood: \(error.reason)"))
    }
  }

  private func json(of cell: String, _ column: LineTable.Column) throws -> String {
    switch column.kind {
    case .text: return Self.text(cell)
    case .integer:
      guard let number = Int(cell) else {
        throw CellError(column.name, Words("a whole number is needed"))
      }
      return String(number)
    case .list: return try StoredJSON.text(CellList.texts(of: cell))
    case .json:
      guard let value = try? StoredJSON.value(JSONValue.self, cell) else {
        throw CellError(column.name, Words("JSON is needed"))
      }
      return try StoredJSON.text(value)
    }
  }

  /// A text as JSON.
  private static func text(_ text: String) -> String {
    if !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      return "\"\(text)\""
    }
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
