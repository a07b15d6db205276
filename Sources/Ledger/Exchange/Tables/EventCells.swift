import FoundationEssentials
import Renewal
import Words

extension LineTableRow {
  /// What the cells of a person's table say, each with an identifier that the same cell gives every time.
  func eventsOfCells(of line: Line) throws -> [TableRow.EventCell] {
    var events: [TableRow.EventCell] = []
    func add(_ column: String, _ text: String, _ event: Event) {
      var event = event
      event.id = "table:\(column):\(text)"
      event.origin = .imported
      events.append(TableRow.EventCell(column: column, text: text, event: event))
    }
    func event(_ kind: Event.Kind, on occurrence: Occurrence) -> Event {
      Event(id: "", kind, on: occurrence, recordedAt: context.moment)
    }
    let kept: Event.Kind = try keeper() == .lastTopUp && cells["keptBy"] != nil ? .topUp : .use
    for (column, kind) in [
      ("activated", Event.Kind.activation), ("lastUse", .use), ("lastKept", kept),
    ] {
      guard let day = try pastDay(column) else { continue }
      add(column, day.description, event(kind, on: .day(day)))
    }
    let paid = try money("lastTopUpAmount", "currency", of: line)
    if let day = try pastDay("lastTopUp") {
      var event = event(.topUp, on: .day(day))
      event.amount = paid
      add(
        "lastTopUp", ([day.description] + [paid?.text].compactMap { $0 }).joined(separator: " "),
        event)
    } else if paid != nil {
      throw CellError("lastTopUpAmount", Words("it does not say when that was paid"))
    }
    if let expires = try day("expires") {
      let latest = Occurrence.moment(
        context.moment.addingTimeInterval(Self.longestTerm)
      ).dayText(in: context.zone)
      guard expires.description <= latest else {
        throw CellError(
          "expires",
          Words("\(expires.description) is too far off; leave the cell empty where there is no end")
        )
      }
      var event = event(.explicitDate, on: .moment(context.moment))
      event.date = expires
      add("expires", expires.description, event)
    }
    if let balance = try money("balance", "currency", of: line) {
      let day = try pastDay("balanceOn")
      var event = event(.balance, on: day.map(Occurrence.day) ?? .moment(context.moment))
      event.amount = balance
      add("balance", "\(balance.text) \(day?.description ?? "")", event)
    }
    return events
  }

  /// No carrier lets a line be paid for so far ahead: 30 years.
  static let longestTerm: TimeInterval = 30 * 365.25 * 86_400
}
