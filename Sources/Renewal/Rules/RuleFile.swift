import FoundationEssentials

/// A file of rules: JSON as `Docs/schema/rules.schema.json` describes it.
public struct RuleFile: Equatable, Sendable {
  /// What every such file carries in `schema`.
  public static let schemaName = "cardinfo.rules"
  /// The version of the format that this library reads, major and minor.
  public static let schemaVersion = "1.0"

  /// The rules in it, in their order.
  public let rules: [Rule]

  /// Reads a file, or says of every rule in it what is wrong and where.
  ///
  /// - Parameters:
  ///   - text: what stands in the file, UTF-8.
  ///   - name: the file's name, for messages.
  public init(reading text: some Collection<UInt8>, name: String) throws(RuleFileError) {
    let text = Array(text)
    let places: JSONPlaces
    do {
      places = try JSONPlaces(scanning: text)
    } catch {
      let (line, column) = JSONPlaces.position(of: error.offset, in: text)
      throw RuleFileError(problems: [
        RuleProblem(file: name, line: line, column: column, message: error.message)
      ])
    }
    var report = RuleReport(file: name, text: text, places: places)
    rules = report.decodeRules()
    if !report.isClean { throw report.error }
  }
}

/// What is found wrong with one file while it is read.
private struct RuleReport {
  let file: String
  let text: [UInt8]
  let places: JSONPlaces
  private var found: [(offset: Int, message: String)] = []

  init(file: String, text: [UInt8], places: JSONPlaces) {
    self.file = file
    self.text = text
    self.places = places
  }

  var isClean: Bool { found.isEmpty }

  var error: RuleFileError {
    RuleFileError(
      problems: found.sorted { $0.offset < $1.offset }.map { offset, message in
        let (line, column) = JSONPlaces.position(of: offset, in: text)
        return RuleProblem(file: file, line: line, column: column, message: message)
      })
  }

  mutating func decodeRules() -> [Rule] {
    for null in places.nulls { add("null is not allowed: leave the member out", at: null) }
    let decoder = JSONDecoder()
    if let refusesUnknownMembers { decoder.userInfo[refusesUnknownMembers] = true }
    do {
      let document = try decoder.decode(RuleDocument.self, from: Data(text))
      var rules: [Rule] = []
      for (index, attempt) in document.rules.enumerated() {
        switch attempt.result {
        case .success(let rule):
          let path: JSONPlaces.Path = [.member("rules"), .element(index)]
          for flaw in rule.flaws() { add(flaw.message, at: path + flaw.path) }
          if rules.contains(where: { $0.id == rule.id }) {
            add("a rule named \"\(rule.id)\" stands above already", at: path + [.member("id")])
          }
          rules.append(rule)
        case .failure(let error): add(error)
        }
      }
      return rules
    } catch {
      add(error)
      return []
    }
  }

  private mutating func add(_ message: String, at path: JSONPlaces.Path) {
    var path = path
    while true {
      if let offset = places.values[path] { return found.append((offset, message)) }
      if path.popLast() == nil { return found.append((0, message)) }
    }
  }

  private mutating func add(_ error: any Error) {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      add("the member \"\(key.stringValue)\" is missing", at: context.codingPath.map(\.step))
    case DecodingError.typeMismatch(let type, let context):
      add("\(RuleReport.words(for: type)) is expected", at: context.codingPath.map(\.step))
    case DecodingError.valueNotFound(let type, let context):
      add("\(RuleReport.words(for: type)) is expected", at: context.codingPath.map(\.step))
    case DecodingError.dataCorrupted(let context):
      let path = context.codingPath.map(\.step)
      if let name = places.names[path], context.debugDescription.hasPrefix("unknown member") {
        found.append((name, context.debugDescription))
      } else {
        add(context.debugDescription, at: path)
      }
    default: add("not understood", at: [])
    }
  }

  private static func words(for type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Bool.Type: "true or false"
    case is Int.Type: "a whole number"
    case is [Any].Type: "a list"
    default: "an object"
    }
  }
}

/// The outer form of a rule file.
private struct RuleDocument: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case schemaReference = "$schema"
    case schema, schemaVersion, rules
  }

  let rules: [Attempt]

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    let schema = try container.decode(String.self, forKey: .schema)
    guard schema == RuleFile.schemaName else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: container,
        debugDescription: "not a rule file; allowed: \(RuleFile.schemaName)")
    }
    let version = try container.decode(String.self, forKey: .schemaVersion)
    guard version == RuleFile.schemaVersion else {
      throw DecodingError.dataCorruptedError(
        forKey: .schemaVersion, in: container,
        debugDescription: "version \(version) is not read here; allowed: \(RuleFile.schemaVersion)")
    }
    rules = try container.decode([Attempt].self, forKey: .rules)
  }

  /// A rule or what is wrong with it, so that one rule's flaw doesn't hide the next one's.
  struct Attempt: Decodable {
    let result: Result<Rule, any Error>

    init(from decoder: any Decoder) throws {
      result = Result { try Rule(from: decoder) }
    }
  }
}

extension CodingKey {
  fileprivate var step: JSONPlaces.Step { intValue.map { .element($0) } ?? .member(stringValue) }
}
