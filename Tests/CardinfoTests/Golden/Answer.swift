import Foundation

/// What a step of a story printed.
struct Answer: Sendable {
  var step: Story.Step
  /// How it ended; none for a part of what one command did.
  var status: Int32?
  /// What it printed, as it was.
  var output: String
  /// The JSON it printed, with placeholders for all that differs from run to run. None where it
  /// printed nothing or only text.
  var documents: [JSON]
  /// What kind of documents these are: by the name in them, or by the command.
  var kind: String

  init(
    step: Story.Step, command: String, result: Command.Result, placeholders: inout Placeholders
  ) {
    self.step = step
    status = result.status
    output = result.output
    // Most print one object, lpac's form is an object on each line.
    let texts =
      Self.json(output) == nil ? output.split(separator: "\n").map(String.init) : [output]
    let values = texts.compactMap(Self.json)
    documents = values.count == texts.count ? values.map { placeholders.replacing($0) } : []
    kind = Self.kind(of: command, documents.first)
  }

  private static func json(_ text: String) -> JSON? {
    try? JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  /// Answers have the members of their commands; what ended a command before it had one has none.
  private static func kind(of command: String, _ document: JSON?) -> String {
    if case .string(let schema) = document?["schema"],
      schema != "cardinfo.answer" || document?.isErrorsAlone == true
    {
      return schema
    }
    let words = command.components(separatedBy: "$CARDINFO ").last?.split(separator: " ") ?? []
    let groups = ["chip", "decode", "line", "notifications", "profiles", "renew", "virtual"]
    let name = words.prefix(groups.contains(words.first.map(String.init) ?? "") ? 2 : 1)
    return (name + (document?["type"] == .string("lpa") ? ["lpac"] : [])).joined(separator: "-")
  }

  /// What it would have printed for one of its built-in cards alone.
  func of(card name: String) -> Answer {
    let reader = JSON.string("virtual \(name)")
    var answer = self
    answer.step.script = step.script.replacing(#/ --virtual .*/#, with: " --virtual \(name)")
    answer.status = nil
    answer.documents = documents.map { document in
      guard case .object(var members) = document else { return document }
      members["cards"] = members["cards"]?.filter { $0["reader"]?["name"] == reader }
      members["errors"] = members["errors"]?.filter { $0["reader"] == reader }
      return .object(members)
    }
    return answer
  }

  /// The name of its schema; none for lpac's lines.
  var schema: String? {
    guard case .string(let schema) = documents.first?["schema"] else { return nil }
    return schema
  }

  /// The step as the golden values have it.
  var lines: [String] {
    let clock = step.moment.replacing("T", with: " ").dropLast(3)
    return ["\(clock)  \(step.script)"] + (status.map { ["status \($0)"] } ?? [])
      + documents.flatMap(\.lines) + [""]
  }
}

/// What stands in a document for what no two runs have in common.
struct Placeholders {
  private let desk: String
  private var names: [String: String] = [:]

  init(desk: String) { self.desk = desk }

  /// Names for good of lines, events and attempts are numbered as they come. Durations, versions,
  /// the desk's directory and a built-in card's place among others are replaced; what the system's
  /// list of carriers says and what the doctor finds of this machine is left out.
  mutating func replacing(_ value: JSON) -> JSON {
    switch value {
    case .object(var members):
      if case .array(let events) = members["events"] {
        // Those that one command records have no order but that of their random names.
        members["events"] = .array(events.sorted { $0.recording < $1.recording })
      }
      for (name, member) in members.sorted(by: { $0.key < $1.key }) {
        members[name] = replacing(member)
      }
      if members["milliseconds"] != nil { members["milliseconds"] = .number(0) }
      if members["version"] != nil, members["name"] == .string("cardinfo") {
        members["version"] = .string("VERSION")
      }
      if case .string(let name) = members["name"], name.hasPrefix("virtual ") {
        members["index"] = .integer(0)
      }
      members["checks"] = members["checks"]?.filter { $0["name"] == .string("pcscd") }
      return .object(members)
    case .array(let elements):
      return .array(elements.filter { !$0.isOfTheSystem }.map { replacing($0) })
    case .string(let text):
      return .string(
        numbered(text.hasPrefix(desk) ? "DESK" + text.dropFirst(desk.count) : text))
    case .integer, .number, .boolean, .null: return value
    }
  }

  private mutating func numbered(_ text: String) -> String {
    guard text.utf8.count >= 28, text.contains("-") else { return text }
    let random = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{11}-[0-9a-f]{16}/
    return text.replacing(random) { match in
      let name = names[String(match.output.0)] ?? "id-\(names.count + 1)"
      names[String(match.output.0)] = name
      return name
    }
  }
}

extension JSON {
  fileprivate func filter(_ isWanted: (JSON) -> Bool) -> JSON {
    guard case .array(let elements) = self else { return self }
    return .array(elements.filter(isWanted))
  }

  /// When an event was recorded, and what it is.
  fileprivate var recording: String {
    ["recordedAt", "kind", "on"].map { self[$0].map { "\($0)" } ?? "" }.joined(separator: " ")
  }

  /// Whether it is an answer without a member of its own.
  fileprivate var isErrorsAlone: Bool {
    guard case .object(let members) = self else { return false }
    return members.count == 3
  }

  /// Whether it is from the system's list of carriers, which is another one on each system.
  fileprivate var isOfTheSystem: Bool {
    [self, self["source"]].contains { $0?["layer"] == .string("system") }
  }
}
