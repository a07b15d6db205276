import FoundationEssentials
import Renewal

/// The columns of a table of lines: which member of a record each one is.
///
/// Every column but ``record`` and ``id`` is a member of what the record is about.
enum LineTable {
  /// What a row is about: a `line`, an `event` or an `attempt`.
  static let record = "record"
  /// The line's identifier.
  static let id = "id"

  static let line = [
    Column("name"), Column("iccid"), Column("plan"), Column("rule"),
    Column("billingDay", .integer), Column("lowBalance", at: "lowBalance.amount"),
    Column("lowBalanceCurrency", at: "lowBalance.currency"), Column("thresholds", .json),
    Column("clocks", .json), Column("retiredOn"),
  ]

  static let event = [
    Column("event", at: "id"), Column("kind"), Column("on"), Column("recordedAt"),
    Column("amount", at: "amount.amount"), Column("currency", at: "amount.currency"),
    Column("term", .integer, at: "term.n"), Column("termUnit", at: "term.unit"), Column("date"),
    Column("counterpart"), Column("clock"), Column("undoes"), Column("note"),
  ]

  static let attempt = [
    Column("attempt", at: "id"), Column("clock"), Column("amount", at: "amount.amount"),
    Column("currency", at: "amount.currency"), Column("channel"), Column("patience", .integer),
    Column("phase"), Column("plannedAt"), Column("submittedAt"), Column("closedAt"),
    Column("confirmation"), Column("failure"),
  ]

  /// Columns of a person's own table that say what happened to a line: each cell becomes an event.
  static let eventCells = [
    "expires", "activated", "lastTopUp", "lastUse", "balance", "balanceOn", "currency", "note",
  ]

  /// The columns of an export, in their order.
  static let exported: [String] = {
    var names = [record, id]
    for column in line + event + attempt where !names.contains(column.name) {
      names.append(column.name)
    }
    return names
  }()

  static let known = Set(exported + eventCells)

  struct Column {
    let name: String
    let kind: Kind
    /// The member's place, such as `amount.currency`.
    let path: String
    /// The member, and the one in it where there is one.
    let member: String
    let inner: String?

    init(_ name: String, _ kind: Kind = .text, at path: String? = nil) {
      self.name = name
      self.kind = kind
      self.path = path ?? name
      let keys = self.path.split(separator: ".").map(String.init)
      member = keys.first ?? name
      inner = keys.dropFirst().first
    }

    enum Kind { case text, integer, json }
  }
}
