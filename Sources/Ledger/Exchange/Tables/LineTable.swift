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
    Column("name"), Column("iccid"), Column("numbers", .list), Column("carrier"), Column("plan"),
    Column("rule"), Column("billingDay", .integer), Column("lowBalance", at: "lowBalance.amount"),
    Column("lowBalanceCurrency", at: "lowBalance.currency"), Column("owner"), Column("group"),
    Column("tags", .list), Column("note"), Column("paymentMethod"),
    Column("dayRate", at: "dayRate.amount"), Column("dayRateCurrency", at: "dayRate.currency"),
    Column("subscription", .json), Column("leadDays", .integer), Column("thresholds", .json),
    Column("clocks", .json), Column("formerCards", .json), Column("retiredOn"),
  ]

  static let event = [
    Column("event", at: "id"), Column("kind"), Column("on"), Column("recordedAt"),
    Column("amount", at: "amount.amount"), Column("currency", at: "amount.currency"),
    Column("term", .integer, at: "term.n"), Column("termUnit", at: "term.unit"), Column("date"),
    Column("volume", at: "volume.figure"), Column("volumeUnit", at: "volume.unit"),
    Column("counterpart"), Column("clock"), Column("undoes"), Column("origin"), Column("words"),
    Column("note"),
  ]

  static let attempt = [
    Column("attempt", at: "id"), Column("clock"), Column("amount", at: "amount.amount"),
    Column("currency", at: "amount.currency"), Column("channel"), Column("patience", .integer),
    Column("phase"), Column("plannedAt"), Column("submittedAt"), Column("closedAt"),
    Column("confirmation"), Column("failure"),
  ]

  /// Columns of a person's own table that say what happened to a line: each cell becomes an event.
  static let eventCells = [
    "expires", "activated", "lastTopUp", "lastTopUpAmount", "lastUse", "lastKept", "balance",
    "balanceOn", "currency",
  ]

  /// Columns of a person's own table that make a clock of the line's own: a term, and what keeps it.
  static let clockCells = ["every", "keptBy"]

  /// The columns of a line in a person's own table.
  static let ofPersons = line.map(\.name) + eventCells + clockCells

  /// The columns of an export, in their order.
  static let exported: [String] = {
    var names = [record, id]
    for column in line + event + attempt where !names.contains(column.name) {
      names.append(column.name)
    }
    return names
  }()

  static let known = Set(exported + ofPersons)

  /// The column of a line that is called that, in any case.
  static func named(_ name: String) -> String? {
    // What a person calls a number, in the singular.
    let name = ["number": "numbers", "tag": "tags"][name.lowercased()] ?? name
    return ofPersons.first { $0.lowercased() == name.lowercased() }
  }

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

    enum Kind { case text, integer, json, list }
  }
}

/// Several texts in one cell.
enum CellList {
  /// The texts of a cell: a JSON array, or texts with a separator between them.
  static func texts(of cell: String) -> [String] {
    if cell.hasPrefix("["), let list = try? StoredJSON.value([String].self, cell) { return list }
    return cell.split { ";；、,，|".contains($0) || $0.isNewline }
      .map { $0.trimmed }.filter { !$0.isEmpty }
  }

  /// The cell of some texts, which reads as them.
  static func cell(of texts: [String]) throws -> String? {
    if texts.isEmpty { return nil }
    let joined = texts.joined(separator: "; ")
    return self.texts(of: joined) == texts ? joined : try StoredJSON.text(texts)
  }
}

extension StringProtocol {
  /// The text without blanks around it.
  var trimmed: String {
    let start = firstIndex { !$0.isBlank } ?? endIndex
    let end = lastIndex { !$0.isBlank }.map { index(after: $0) } ?? start
    return String(self[start..<end])
  }
}

extension Character {
  fileprivate var isBlank: Bool {
    isWhitespace || self == "\u{FEFF}" || self == "\u{200B}" || self == "\u{200E}"
      || self == "\u{202A}" || self == "\u{202C}"
  }
}
