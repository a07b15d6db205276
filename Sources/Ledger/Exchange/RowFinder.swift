import FoundationEssentials
import GRDB
import Renewal
import Words

/// Finds the lines that the rows of a person's table are about, and refuses what can't be told apart.
///
/// A row is about the line with its ICCID, else with its number, else with its name. Rows that share
/// one of these are about one line, and none of them is taken, unless they are alike in every cell.
/// That two lines have one name is not enough to make one of them. A card can have two numbers: then
/// each is a line.
struct RowFinder {
  private let database: Database

  /// What is found of a row.
  enum Finding {
    case new
    case line(Int64)
    /// It is the same as an earlier one.
    case same
    case refused(CellError)
  }

  init(_ database: Database) { self.database = database }

  /// The findings, one for each entry.
  func find(_ entries: [ImportEntry]) throws -> [Finding] {
    let rows = entries.map(\.row)
    var findings = try rows.map { try $0.map { try find($0) } ?? .new }
    var others: [Int: [Int]] = [:]
    var same: Set<Int> = []
    for group in groups(rows, findings) {
      let few = group.prefix(Self.mostOthers + 1)
      if Set(group.compactMap { rows[$0]?.mark }).count > 1 {
        for index in group { others[index, default: []] += few.filter { $0 != index } }
      } else {
        same.formUnion(group.dropFirst())
      }
    }
    for index in same {
      // What refuses the first one refuses this one too.
      if case .refused = findings[index] { continue }
      findings[index] = .same
    }
    for (index, others) in others {
      let places = Set(others.map { entries[$0].line }).sorted()
      findings[index] = .refused(.same(as: Array(places.prefix(Self.mostOthers))))
    }
    return findings
  }

  /// How many other rows are named; they name theirs.
  private static let mostOthers = 5

  /// The rows that are about one line, each group in their order.
  private func groups(_ rows: [TableRow?], _ findings: [Finding]) -> [[Int]] {
    var groups: [String: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      guard let row else { continue }
      for key in Set(keys(of: row, findings[index])) { groups[key, default: []].append(index) }
    }
    // A number with its country's code is the one without it.
    for (index, row) in rows.enumerated() {
      for number in row?.line.numbers.compactMap({ PhoneNumber($0) }) ?? [] {
        guard number.isInternational || !number.digits.hasPrefix("0") else { continue }
        for code in 1...3 {
          let key = Self.home(String(number.digits.dropFirst(code)))
          if let group = groups[key], !group.contains(index) {
            groups[key] = (group + [index]).sorted()
          }
        }
      }
    }
    return groups.filter { key, group in
      // Their numbers tell them apart.
      let isCard = key.hasPrefix("iccid ")
      return group.count > 1
        && !(isCard && group.allSatisfy { rows[$0]?.line.hasPhoneNumber == true })
    }.map(\.value)
  }

  /// What no two rows may share.
  private func keys(of row: TableRow, _ finding: Finding) -> [String] {
    var keys: [String] = []
    for text in row.line.numbers {
      guard let number = PhoneNumber(text) else {
        keys.append("number \(text.filter { !$0.isWhitespace })")
        continue
      }
      keys.append("number \(number.digits)")
      guard !number.isInternational else { continue }
      keys.append(Self.home(number.digits))
      if number.digits.hasPrefix("0") { keys.append(Self.home(String(number.digits.dropFirst()))) }
    }
    if !row.line.id.isEmpty { keys.append("id \(row.line.id)") }
    if let iccid = row.line.iccid {
      keys += ICCIDForms(ICCIDForms.plain(iccid)).all.map { "iccid \($0)" }
    }
    if row.isNamed { keys.append("name \(LineRow.folded(row.line.name))") }
    if case .line(let key) = finding { keys.append("line \(key)") }
    return keys
  }

  /// A number as it is dialled at home.
  private static func home(_ digits: String) -> String { "home \(digits)" }

  /// What is found of one row by itself.
  func find(_ row: TableRow) throws -> Finding {
    do {
      return try find(row.line, isNamed: row.isNamed).map { .line($0.key) } ?? .new
    } catch let error as CellError {
      return .refused(error)
    }
  }

  private func find(_ line: Line, isNamed: Bool) throws -> LineRow? {
    if !line.id.isEmpty { return try LineRow.find(database, line.id) }
    let numbers = line.numbers.compactMap { PhoneNumber($0) }
    var numbered: [Int64: LineRow] = [:]
    for number in numbers {
      for row in try LineRow.find(database, number: number) { numbered[row.key] = row }
    }
    guard numbered.count < 2 else {
      throw CellError("numbers", Words("several lines have these numbers"))
    }
    // What is called by a number too short to be searched for is found by that name.
    let named =
      isNamed || numbers.isEmpty ? try LineRow.called(database, line.name) : []
    if let found = try onCard(of: line, numbered.values.first) {
      guard numbered.keys.allSatisfy({ $0 == found.key }) else {
        throw CellError("numbers", Words("another line has this number"))
      }
      guard named.allSatisfy({ $0.key == found.key }) else { throw Self.nameTaken }
      return found
    }
    if let found = numbered.values.first {
      guard named.allSatisfy({ $0.key == found.key }) else { throw Self.nameTaken }
      return found
    }
    guard let found = named.first else { return nil }
    guard named.count == 1 else { throw CellError.ambiguousName }
    let present = try found.line()
    guard numbers.isEmpty || !present.hasPhoneNumber, line.iccid == nil || present.iccid == nil
    else { throw Self.nameTaken }
    return found
  }

  /// The line that is on the card, or was: of several the one with the number.
  private func onCard(of line: Line, _ numbered: LineRow?) throws -> LineRow? {
    guard let iccid = line.iccid.map(ICCIDForms.plain) else { return nil }
    let present = try LineRow.find(database, onCard: iccid)
    let rows = present.isEmpty ? try LineRow.find(database, formerlyOnCard: iccid) : present
    if let numbered, rows.contains(where: { $0.key == numbered.key }) { return numbered }
    // Another number on the card is another line.
    let possible = try rows.filter { try !line.hasPhoneNumber || !$0.line().hasPhoneNumber }
    guard possible.count < 2 else {
      throw CellError("iccid", Words("several lines are on this card; give the number too"))
    }
    return possible.first
  }

  private static let nameTaken = CellError(
    "name", Words("another line is called that, with another number or ICCID; names are unique"))
}

extension Line {
  fileprivate var hasPhoneNumber: Bool { numbers.contains { PhoneNumber($0) != nil } }
}

extension CellError {
  static let ambiguousName = CellError(
    "name", Words("several lines are called that; give the ICCID or number too"))
}

extension ImportEntry {
  /// Its row, if it is one of a person's table.
  fileprivate var row: TableRow? {
    if case .row(let row)? = records.first { row } else { nil }
  }
}

extension LineRow {
  static func find(_ database: Database, key: Int64) throws -> LineRow? {
    try fetchOne(
      database.cachedStatement(sql: "SELECT key, json FROM line WHERE key = ?"), arguments: [key])
  }

  /// The lines of a name, in any case.
  static func called(_ database: Database, _ name: String) throws -> [LineRow] {
    try fetchAll(
      database.cachedStatement(sql: "SELECT key, json FROM line WHERE name = ? ORDER BY key"),
      arguments: [folded(name)])
  }
}
