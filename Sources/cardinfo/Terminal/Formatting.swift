import CardState
import Words

extension String {
  /// Filled up with spaces on the left to `count` columns.
  func leftPadded(to count: Int) -> String {
    String(repeating: " ", count: max(0, count - Terminal.width(self))) + self
  }

  /// Filled up with spaces on the right to `count` columns.
  func rightPadded(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - Terminal.width(self)))
  }
}

extension String {
  /// Without the spaces at its end.
  var trimmingTrailingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}

extension Double {
  /// Rounded to hundredths.
  var hundredths: Double { (self * 100).rounded() / 100 }
}

/// Text as one word of a shell's command line.
enum ShellWord {
  /// The text as it stands, or between quotes where a shell would take it apart.
  static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
    }
    return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

extension JSONValue {
  /// What a file means, on one line: members by their names in the specification's layout.
  var summary: String {
    switch self {
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text): text
    case .boolean(let value): (value ? Words("yes") : Words("no")).text
    case .null: "–"
    case .array(let values): values.map(\.nestedSummary).joined(separator: ", ")
    case .object(let members):
      members.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.nestedSummary)" }
        .joined(separator: ", ")
    }
  }

  private var nestedSummary: String {
    switch self {
    case .array, .object: "(\(summary))"
    default: summary
    }
  }
}
