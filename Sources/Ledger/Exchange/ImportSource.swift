import CardState
import FoundationEssentials
import Renewal
import Words

/// Where imported records come from, one entry of the file after the other.
protocol ImportSource {
  /// Whether it is a table that a person made, whose rows are held against each other.
  var isPersons: Bool { get }

  /// The next entry; nil at the end.
  mutating func next() throws -> ImportEntry?
}

/// A row of an imported table or an element of an imported document: what is to be taken from it,
/// and what is wrong with it.
struct ImportEntry {
  /// The line of the file, from 1.
  let line: Int
  var records: [ImportRecord] = []
  var problems: [ImportProblem] = []
  /// What the line is called that it is about, as it stands there.
  var name: String?
  /// Why it is about no line, if it is about none.
  var whySkipped: Words?

  init(line: Int) { self.line = line }

  static func skipped(_ why: Words, line: Int) -> ImportEntry {
    var entry = ImportEntry(line: line)
    entry.whySkipped = why
    return entry
  }

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
  /// What a row of a table says of a line.
  case row(TableRow)
  case formerSettings(FormerSettings)
  case event(Event, of: Line.ID)
  case attempt(RenewalAttempt)
  case notice(SentNotice)
  case hush(Hush, of: Line.ID)
  case snapshot(CardSnapshot)
}

extension RenewalAttempt {
  /// Whether an attempt can have got where it is.
  var isPossible: Bool {
    switch phase {
    case .planned: submittedAt == nil && closedAt == nil
    case .submitted: submittedAt != nil && closedAt == nil
    case .confirmed: submittedAt != nil && closedAt != nil && confirmation != nil
    case .failed: submittedAt != nil && closedAt != nil && failure != nil
    // That follows from the time, and is never kept.
    case .unconfirmed: false
    }
  }
}

extension LedgerError {
  static let refusedImport = LedgerError(
    .refusedImport, Words("the file was not imported: something in it is wrong"),
    hint: Words(
      "nothing was changed; correct what was reported and import it again, or leave it out: --skip-bad"
    ))

  static func notImportable(_ message: Words) -> LedgerError {
    LedgerError(.refusedImport, message, hint: Words("see: import.md, a document of cardinfo"))
  }
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
