import CardState
import FoundationEssentials
import Renewal
import Words

/// Reads a document of lines element by element.
struct JSONImport: ImportSource {
  private var scanner: JSONScanner
  private var list: String?

  let isPersons = false

  /// Reads up to the first element. The members that say what it is have to stand first.
  init(_ bytes: ByteSource) throws {
    scanner = JSONScanner(bytes)
    guard try bytes.skipMark(), try scanner.beginsObject() else { throw Self.noDocument }
    var found: [String: String] = [:]
    do {
      while list == nil, let member = try scanner.nextMember() {
        switch member {
        case .list(let name): list = name
        case .value(let name, let bytes):
          found[name] = try? JSONDecoder().decode(String.self, from: Data(bytes))
        }
      }
    } catch is JSONScanner.Problem {
      throw Self.noDocument
    }
    guard found["schema"] == LinesDocument.schemaName else { throw Self.noDocument }
    // What is kept of lines has one form in both; only what is said of them changed.
    let major = found["schemaVersion"]?.prefix { $0 != "." } ?? ""
    guard ["1", "2"].contains(major) else {
      throw LedgerError.notImportable(
        Words("the document has a version that this program does not know"))
    }
  }

  private static let noDocument = LedgerError.notImportable(
    Words("the file is not a document of lines, or does not begin with its schema and version"))

  mutating func next() throws -> ImportEntry? {
    while let list {
      do {
        if let element = try scanner.nextElement() { return self.entry(element, of: list) }
        self.list = try nextList()
      } catch let error as JSONScanner.Problem {
        self.list = nil
        var entry = ImportEntry(line: error.line)
        entry.refuse(error.message)
        return entry
      }
    }
    return nil
  }

  private mutating func nextList() throws -> String? {
    while let member = try scanner.nextMember() {
      if case .list(let name) = member { return name }
    }
    return nil
  }

  private func entry(_ element: JSONScanner.Element, of list: String) -> ImportEntry {
    var entry = ImportEntry(line: element.line)
    guard list == "lines" || list == "snapshots" else { return entry }
    do {
      let decoder = JSONDecoder()
      decoder.dateDecodingStrategy = .iso8601
      if list == "lines" {
        try decoder.decode(LooseRecord.self, from: Data(element.bytes)).add(to: &entry)
      } else {
        let snapshot = try decoder.decode(CardSnapshot.self, from: Data(element.bytes))
        entry.records.append(.snapshot(snapshot))
      }
    } catch let error as DecodingError {
      entry.refuse(error)
    } catch {
      entry.refuse(Words("can't be understood: \(String(describing: error))"))
    }
    return entry
  }
}

/// An element of which single members may be wrong.
private struct LooseRecord: Decodable {
  let line: Line
  let formerSettings: [Loose<FormerSettings>]?
  let events: [Loose<Event>]?
  let attempts: [Loose<RenewalAttempt>]?
  let notices: [Loose<SentNotice>]?
  let hush: Loose<Hush>?

  func add(to entry: inout ImportEntry) {
    guard !line.name.isEmpty, !line.id.isEmpty else {
      return entry.refuse(Words("a line needs a name"), column: "line.name")
    }
    guard line.iccid.map({ ICCIDForms.isPossible(ICCIDForms.plain($0)) }) ?? true else {
      return entry.refuse(Words("an ICCID has 18 to 20 digits"), column: "line.iccid")
    }
    entry.records.append(.line(line))
    let id = line.id
    add(formerSettings, "formerSettings", to: &entry) { former in
      former.line.id == id ? .formerSettings(former) : nil
    }
    add(events, "events", to: &entry) { .event($0, of: id) }
    add(attempts, "attempts", to: &entry) { attempt in
      attempt.line == id && attempt.isPossible ? .attempt(attempt) : nil
    }
    add(notices, "notices", to: &entry) { $0.line == id ? .notice($0) : nil }
    add(hush.map { [$0] }, "hush", to: &entry) { .hush($0, of: id) }
  }

  private func add<Value>(
    _ values: [Loose<Value>]?, _ name: String, to entry: inout ImportEntry,
    _ record: (Value) -> ImportRecord?
  ) {
    for (index, value) in (values ?? []).enumerated() {
      switch value.result {
      case .failure(let error): entry.refuse(error)
      case .success(let value):
        if let record = record(value) {
          entry.records.append(record)
        } else {
          entry.refuse(
            Words("belongs to another line, or can't have got that far"),
            column: "\(name)[\(index)]")
        }
      }
    }
  }
}

/// A value, or why there is none.
private struct Loose<Value: Decodable>: Decodable {
  let result: Result<Value, DecodingError>

  init(from decoder: any Decoder) throws {
    do {
      result = .success(try Value(from: decoder))
    } catch let error as DecodingError {
      result = .failure(error)
    }
  }
}
