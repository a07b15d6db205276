import FoundationEssentials
import GRDB
import Renewal
import Words

/// Puts one row of a table into the ledger.
///
/// A cell fills what is empty, and takes the place of what an earlier table said. What a person or the
/// carrier said since stays, and that is told.
struct RowTaking {
  private let row: TableRow
  private let database: Database
  private let moment: Date
  /// The person's zone, for the day of a moment.
  private let zone: TimeZone

  /// What became of a row.
  struct Change {
    var cells: [ImportedRow.Cell] = []
    /// What was not taken.
    var kept: [CellError] = []
    var events = 0
    var unchanged = 0
  }

  init(_ row: TableRow, _ database: Database, at moment: Date, in zone: TimeZone) {
    var row = row
    row.line = row.line.stored
    self.row = row
    self.database = database
    self.moment = moment
    self.zone = zone
  }

  /// Adds the line.
  func add() throws -> (key: Int64, Change) {
    var line = row.line
    if line.id.isEmpty { line.id = line.iccid ?? UUID().uuidString.lowercased() }
    let texts = try line.cells()
    line.importedCells = texts.filter { row.given.contains($0.key) }
    try LineRow.refuseOthers(database, with: line, except: nil)
    let key = try LineRow.insert(database, line, at: moment)
    var change = Change()
    for (column, text) in texts.sorted(by: { $0.key < $1.key })
    where row.given.contains(column) || column == "name" {
      change.cells.append(ImportedRow.Cell(column: column, from: nil, to: text))
    }
    checkDigit(&change)
    for cell in row.events { try take(cell, of: key, &change) }
    return (key, change)
  }

  /// Changes the line that is there.
  func change(_ present: LineRow) throws -> Change {
    var change = Change()
    let old = try present.line()
    var line = old
    let (there, said) = (try old.cells(), try row.line.cells())
    var imported = old.importedCells ?? [:]
    if row.hasRoundedICCID, let iccid = said["iccid"], !line.means(iccid, in: "iccid") {
      throw CellError("iccid", WrittenNumber.rounded)
    }
    for column in row.given.sorted() {
      guard let new = said[column] else { continue }
      if there[column] == new || line.means(new, in: column) { continue }
      let before = imported[column]
      guard there[column] == nil || before == there[column] && before != new else {
        // The table has said so before, and the line was changed since; or it says something new of
        // what came from elsewhere.
        change.kept.append(
          CellError(column, Words("the ledger has other settings for this line, and they stay")))
        continue
      }
      line.take(column, of: row.line)
      imported[column] = new
      if column == "iccid" { checkDigit(&change) }
      change.cells.append(ImportedRow.Cell(column: column, from: there[column], to: new))
    }
    if row.events.contains(where: { $0.column == "expires" }), line.rule == nil, line.clocks.isEmpty
    {
      line.clocks = [.givenDate]
    }
    if line != old {
      line.importedCells = imported
      try LineRow.change(database, present, to: line, at: moment)
    }
    for cell in row.events { try take(cell, of: present.key, &change) }
    return change
  }

  private func checkDigit(_ change: inout Change) {
    guard let iccid = row.line.iccid, !row.isOwn, !ICCIDForms(iccid).hasRightCheckDigit else {
      return
    }
    change.kept.append(
      CellError(
        "iccid", Words("its check digit is wrong; some cards have that, else it is misspelt")))
  }

  // MARK: What happened

  private func take(_ cell: TableRow.EventCell, of key: Int64, _ change: inout Change) throws {
    let all = try EventRow.all(database, of: key)
    let known = all.filter { !$0.isUndone(in: all) }
    let ours = known.filter { $0.isImported && $0.id.hasPrefix("table:\(cell.column):") }
    if ours.contains(where: { $0.says(as: cell.event) }) {
      change.unchanged += 1
      return
    }
    let theirs = known.filter { !$0.isImported && $0.origin != .change && $0.origin != .card }
    let since = ours.map(\.recordedAt).max() ?? .distantPast
    switch cell.column {
    case "expires":
      let dated = theirs.filter {
        [.explicitDate, .notice].contains($0.kind) && $0.recordedAt >= since
      }
      if let last = dated.last {
        try keep(cell, last.date == cell.event.date, &change)
        return
      }
      try replace(ours, with: cell, from: ours.last?.date?.description, of: key, all, &change)
    case "activated":
      let dated = theirs.filter { $0.kind == cell.event.kind && $0.recordedAt >= since }
      if let last = dated.last {
        try keep(cell, isOneDay(last, cell.event), &change)
        return
      }
      try replace(ours, with: cell, from: ours.last?.on.day?.description, of: key, all, &change)
    case "balance":
      if case .moment = cell.event.on {
        let found = theirs.filter { $0.kind == .balance && $0.recordedAt >= since }
        if let last = found.last {
          try keep(cell, last.amount == cell.event.amount, &change)
          return
        }
        try replace([], with: cell, from: ours.last?.amount?.text, of: key, all, &change)
      } else {
        let wrong = ours.filter { $0.on == cell.event.on }
        try replace(wrong, with: cell, from: wrong.last?.amount?.text, of: key, all, &change)
      }
    default:
      // Somebody noted it on that day already.
      if theirs.contains(where: { $0.kind == cell.event.kind && isOneDay($0, cell.event) }) {
        change.unchanged += 1
        return
      }
      // The last one was earlier: what the table said before was wrong. A later one is one more.
      let day = cell.event.on.day
      let wrong = ours.filter { event in
        guard let day, let other = event.on.day else { return false }
        return other >= day
      }
      try replace(wrong, with: cell, from: ours.last?.on.day?.description, of: key, all, &change)
    }
  }

  private func isOneDay(_ event: Event, _ other: Event) -> Bool {
    event.on.dayText(in: zone) == other.on.dayText(in: zone)
  }

  private func keep(_ cell: TableRow.EventCell, _ isSame: Bool, _ change: inout Change) throws {
    if isSame {
      change.unchanged += 1
    } else {
      change.kept.append(
        CellError(
          cell.column,
          Words("what you or the carrier have said of it stays; to change it: cardinfo log")))
    }
  }

  private func replace(
    _ wrong: [Event], with cell: TableRow.EventCell, from before: String?, of key: Int64,
    _ all: [Event], _ change: inout Change
  ) throws {
    for event in wrong {
      var undo = Event(
        id: "undo:\(event.id):\(Int(moment.timeIntervalSince1970))", .undo, on: .moment(moment),
        recordedAt: moment)
      undo.undoes = event.id
      undo.origin = .imported
      _ = try EventRow.append(database, undo, to: key)
    }
    var event = cell.event
    let ids = Set(all.map(\.id))
    // One that was undone stays so; what is said again is said anew.
    var times = 1
    while ids.contains(event.id) {
      times += 1
      event.id = "\(cell.event.id) #\(times)"
    }
    _ = try EventRow.append(database, event, to: key)
    change.events += 1
    change.cells.append(
      ImportedRow.Cell(column: cell.column, from: before, to: cell.text.trimmed))
  }
}

extension Event {
  fileprivate var isImported: Bool {
    origin == .imported || origin == nil && id.hasPrefix("table:")
  }

  /// Whether two events say the same thing, whenever that was written down.
  fileprivate func says(as other: Event) -> Bool {
    guard kind == other.kind, amount == other.amount, date == other.date else { return false }
    switch (on, other.on) {
    // When a table is imported is no part of what it says.
    case (.moment, .moment): return true
    default: return on == other.on
    }
  }

  fileprivate func isUndone(in events: [Event], depth: Int = 0) -> Bool {
    depth < 20
      && events.contains {
        $0.kind == .undo && $0.undoes == id && !$0.isUndone(in: events, depth: depth + 1)
      }
  }
}

extension Occurrence {
  fileprivate var day: CalendarDay? { if case .day(let day) = self { day } else { nil } }
}

extension Line {
  /// What stands in the columns of a table for it.
  func cells() throws -> [String: String] {
    var cells = ["name": name]
    cells["iccid"] = iccid.map(WrittenNumber.kept)
    cells["numbers"] =
      try numbers.contains(where: WrittenNumber.isRounded)
      ? StoredJSON.text(numbers) : CellList.cell(of: numbers)
    cells["carrier"] = carrier
    cells["plan"] = plan?.rawValue
    cells["rule"] = rule
    cells["billingDay"] = billingDay.map(String.init)
    cells["lowBalance"] = lowBalance?.amount.description
    cells["lowBalanceCurrency"] = lowBalance?.currency.rawValue
    cells["owner"] = owner
    cells["group"] = group
    cells["tags"] = try CellList.cell(of: tags)
    cells["note"] = note
    cells["paymentMethod"] = paymentMethod
    cells["dayRate"] = dayRate?.amount.description
    cells["dayRateCurrency"] = dayRate?.currency.rawValue
    cells["subscription"] = try subscription.map { try StoredJSON.text($0) }
    cells["leadDays"] = leadDays.map(String.init)
    cells["thresholds"] = try ownThresholds.map { try StoredJSON.text($0) }
    cells["retiredOn"] = retiredOn?.description
    if !clocks.isEmpty { cells["clocks"] = try StoredJSON.text(clocks) }
    if !formerCards.isEmpty { cells["formerCards"] = try StoredJSON.text(formerCards) }
    if let own = clocks.first(where: { $0.id == Clock.givenDate.id }), let period = own.period,
      let anchor = own.anchor.first
    {
      cells["every"] = "\(period.n) \(period.unit.rawValue) \(anchor.word.rawValue)"
    }
    return cells
  }

  /// Whether what a cell says is so, in another form.
  fileprivate func means(_ text: String, in column: String) -> Bool {
    guard column == "iccid" else { return false }
    let plain = ICCIDForms.plain(text)
    return iccid.map { ICCIDForms($0).all.contains(plain) } ?? false
      || formerCards.contains { ICCIDForms($0.iccid).all.contains(plain) }
  }

  /// Takes what another line has in a column.
  fileprivate mutating func take(_ column: String, of other: Line) {
    switch column {
    case "name": name = other.name
    case "iccid": iccid = other.iccid
    case "numbers": numbers = other.numbers
    case "carrier": carrier = other.carrier
    case "plan": plan = other.plan
    case "rule": rule = other.rule
    case "billingDay": billingDay = other.billingDay
    case "lowBalance", "lowBalanceCurrency": lowBalance = other.lowBalance
    case "owner": owner = other.owner
    case "group": group = other.group
    case "tags": tags = other.tags
    case "note": note = other.note
    case "paymentMethod": paymentMethod = other.paymentMethod
    case "dayRate", "dayRateCurrency": dayRate = other.dayRate
    case "subscription": subscription = other.subscription
    case "leadDays": leadDays = other.leadDays
    case "thresholds": ownThresholds = other.ownThresholds
    case "retiredOn": retiredOn = other.retiredOn
    case "clocks": clocks = other.clocks
    case "formerCards": formerCards = other.formerCards
    case "every":
      let own = Clock.givenDate.id
      clocks = clocks.filter { $0.id != own } + other.clocks.filter { $0.id == own }
    default: break
    }
  }
}
