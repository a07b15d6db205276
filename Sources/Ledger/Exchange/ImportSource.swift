import CardState
import FoundationEssentials
import Renewal
import Words

/// Where imported records come from, one place of the file after the other.
protocol ImportSource {
  /// What stands at the next place; nil at the end.
  mutating func next() throws -> ImportPlace?
}

/// What stands at one place of an imported file.
struct ImportPlace {
  /// The line of the file, from 1.
  let line: Int
  var records: [ImportRecord] = []
  var problems: [ImportProblem] = []

  mutating func refuse(_ message: Words, column: String? = nil) {
    problems.append(ImportProblem(line: line, column: column, message))
  }

  mutating func refuse(_ error: DecodingError, column: (String) -> String? = { $0 }) {
    let path = error.path
    refuse(Words("can't be understood: \(error.reason)"), column: path.isEmpty ? nil : column(path))
  }
}

/// Something to be taken into the ledger.
enum ImportRecord {
  /// All that is known of a line.
  case line(Line)
  /// What a row of a table says of a line. Only the columns that were given count; an empty name
  /// for good is none.
  case row(Line, given: Set<String>, happenings: [Event])
  case formerSettings(FormerSettings)
  case event(Event, of: Line.ID)
  case attempt(RenewalAttempt)
  case notice(SentNotice)
  case snapshot(CardSnapshot)
}

extension DecodingError {
  private var context: Context? {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      context
    @unknown default: nil
    }
  }

  /// Where it is wrong, such as `events[3].on`.
  var path: String {
    var keys = context?.codingPath ?? []
    if case .keyNotFound(let key, _) = self { keys.append(key) }
    return keys.reduce("") { path, key in
      if let index = key.intValue { return "\(path)[\(index)]" }
      return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
    }
  }

  /// Why.
  var reason: String {
    switch self {
    case .keyNotFound: "it is missing"
    default: context?.debugDescription ?? "\(self)"
    }
  }
}
