import CardState
import FoundationEssentials
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

extension Date {
  /// Day and minute in a zone, such as `2026-11-23 18:05`.
  func minuteText(in zone: TimeZone) -> String {
    let text = formatted(Date.ISO8601FormatStyle(timeZone: zone))
    return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
  }
}
