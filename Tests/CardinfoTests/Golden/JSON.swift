import Foundation

/// Any JSON value, as a program sees it.
enum JSON: Equatable, Sendable {
  case string(String)
  case object([String: JSON])
  case array([JSON])
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case null

  /// A member of an object.
  subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }
}

extension JSON: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // The most frequent first: each one that does not fit costs an error.
    if let string = try? container.decode(String.self) {
      self = .string(string)
    } else if let members = try? container.decode([String: JSON].self) {
      self = .object(members)
    } else if let elements = try? container.decode([JSON].self) {
      self = .array(elements)
    } else if let integer = try? container.decode(Int.self) {
      self = .integer(integer)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let boolean = try? container.decode(Bool.self) {
      self = .boolean(boolean)
    } else {
      self = .null
    }
  }
}

extension JSON {
  private static let width = 100

  /// The value as text with sorted names; what fits on a line is on one.
  var lines: [String] {
    switch self {
    case .string(let string): [Self.quoted(string)]
    case .integer(let number): ["\(number)"]
    case .number(let number): ["\(number)"]
    case .boolean(let isTrue): ["\(isTrue)"]
    case .null: ["null"]
    case .array(let elements): Self.lines("[", elements.map(\.lines), "]")
    case .object(let members):
      Self.lines(
        "{",
        members.sorted { $0.key < $1.key }.map { name, value in
          let lines = value.lines
          return [Self.quoted(name) + ": " + (lines.first ?? "")] + lines.dropFirst()
        }, "}")
    }
  }

  private static func lines(_ start: String, _ parts: [[String]], _ end: String) -> [String] {
    if parts.allSatisfy({ $0.count == 1 }) {
      let line = start + parts.joined().joined(separator: ", ") + end
      if line.utf8.count <= width { return [line] }
    }
    let inner = parts.enumerated().flatMap { index, part in
      let comma = index == parts.count - 1 ? "" : ","
      return part.dropLast().map { " " + $0 } + part.suffix(1).map { " " + $0 + comma }
    }
    return [start] + inner + [end]
  }

  /// A string in JSON; what can't be seen in an editor is escaped.
  private static func quoted(_ string: String) -> String {
    if string.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      return "\"\(string)\""
    }
    let escaped = string.unicodeScalars.map { scalar in
      switch (scalar, scalar.properties.generalCategory) {
      case ("\"", _), ("\\", _): "\\\(scalar)"
      case (_, .control), (_, .format), (_, .lineSeparator), (_, .paragraphSeparator),
        (_, .privateUse):
        scalar.utf16.map { String(format: "\\u%04x", $0) }.joined()
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}

extension JSON {
  /// Adds the path of everything in the value with its type, such as `cards[].iccid  string`.
  func addPaths(to paths: inout Set<String>, at path: String = "") {
    if !path.isEmpty { paths.insert("\(path)  \(type)") }
    switch self {
    case .object(let members):
      for (name, member) in members {
        member.addPaths(to: &paths, at: path.isEmpty ? name : "\(path).\(name)")
      }
    case .array(let elements):
      for element in elements { element.addPaths(to: &paths, at: path + "[]") }
    case .string, .integer, .number, .boolean, .null: break
    }
  }

  private var type: String {
    switch self {
    case .string: "string"
    case .object: "object"
    case .array: "array"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .null: "null"
    }
  }
}
