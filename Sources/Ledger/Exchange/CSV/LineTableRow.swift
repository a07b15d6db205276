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

/// One row of a table of lines, by the columns that have something in it.
struct LineTableRow {
  let cells: [String: String]
  let moment: Date

  /// A line, and what its row says has happened to it.
  func line() throws -> ImportRecord {
    guard let name = cells["name"], !name.isEmpty else {
      throw CellError("name", Words("a line needs a name"))
    }
    try checkICCID()
    let fixed = [
      "id": Self.text(cells[LineTable.id] ?? ""),
      "thresholds": try StoredJSON.text(Threshold.usual), "clocks": "[]",
    ]
    var line = try value(Line.self, LineTable.line, fixed)
    if cells["expires"] != nil, line.rule == nil, line.clocks.isEmpty { line.clocks = [.givenDate] }
    let given = LineTable.line.map(\.name).filter { cells[$0] != nil }
    return .row(line, given: Set(given), events: try eventsOfCells())
  }

  func event() throws -> ImportRecord {
    .event(try value(Event.self, LineTable.event, [:]), of: try id())
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

  private func checkICCID() throws {
    guard let iccid = cells["iccid"] else { return }
    let plain = ICCIDForms.plain(iccid)
    if plain.contains("E+") {
      throw CellError(
        "iccid", Words("a spreadsheet turned it into a number: format the column as text"))
    }
    guard ICCIDForms.isPossible(plain) else {
      throw CellError("iccid", Words("an ICCID has 18 to 20 digits"))
    }
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

extension LineTableRow {
  /// What the cells of a person's table say, each with an identifier that the same cell gives every time.
  private func eventsOfCells() throws -> [Event] {
    var events = try [
      ("activated", Event.Kind.activation), ("lastTopUp", .topUp), ("lastUse", .use),
    ].compactMap { column, kind in
      try day(column).map { event(kind, "\(column):\($0)", on: .day($0)) }
    }
    if let expires = try day("expires") {
      var event = event(.explicitDate, "expires:\(expires)", on: .moment(moment))
      event.date = expires
      events.append(event)
    }
    if let cell = cells["balance"] {
      guard let amount = Money.decimal(cell) else {
        throw CellError("balance", Words("an amount is needed, such as 14.99"))
      }
      guard let currency = cells["currency"].flatMap({ Currency(rawValue: $0) }) else {
        throw CellError("currency", Words("a balance needs a currency, such as GBP"))
      }
      let day = try day("balanceOn")
      var event = event(
        .balance, "balance:\(amount) \(currency.rawValue) \(day?.description ?? "")",
        on: day.map(Occurrence.day) ?? .moment(moment))
      event.amount = Money(amount, currency)
      events.append(event)
    }
    if let note = cells["note"] {
      var event = event(Event.Kind(rawValue: "note"), "note:\(note)", on: .moment(moment))
      event.note = note
      events.append(event)
    }
    return events
  }

  private func event(_ kind: Event.Kind, _ cell: String, on occurrence: Occurrence) -> Event {
    Event(id: "table:\(cell)", kind, on: occurrence, recordedAt: moment)
  }

  private func day(_ column: String) throws -> CalendarDay? {
    guard let cell = cells[column] else { return nil }
    guard let day = CalendarDay(cell) else {
      throw CellError(column, Words("a day is needed, such as 2026-02-28"))
    }
    return day
  }
}
