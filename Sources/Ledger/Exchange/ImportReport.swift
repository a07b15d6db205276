public import Words

/// The two forms in which lines leave the ledger and come back.
public enum ExchangeFormat: String, CaseIterable, Sendable {
  /// Comma-separated values (RFC 4180), as spreadsheets write them.
  case csv
  /// One document, described in `Docs/schema/lines.schema.json`.
  case json
}

/// What an import did.
public struct ImportReport: Equatable, Sendable {
  /// Lines that were added.
  public var lines = 0
  /// Lines that were there, of which something changed.
  public var changed = 0
  /// Events that were added.
  public var events = 0
  /// Attempts that were added, or have gone further.
  public var attempts = 0
  /// What lines were before that was added.
  public var formerSettings = 0
  /// Notices that were added.
  public var notices = 0
  /// Reads of cards that were added.
  public var snapshots = 0
  /// Records that were there already.
  public var unchanged = 0
  /// Records that could not be taken.
  public var refused = 0
  /// Rows of a table that are about no line: titles, sums.
  public var skipped = 0

  /// Nothing done yet.
  public init() {}
}

/// Something to know about a place of an imported file.
public struct ImportProblem: Equatable, Sendable {
  /// The line of the file, from 1; of a JSON document the one that the element begins on.
  public var line: Int
  /// The column's name or the member's path, where it is about one.
  public var column: String?
  /// Whether the record was taken nevertheless.
  public var isWarning: Bool
  /// What is wrong.
  public var message: Words

  /// Describes what is wrong.
  public init(line: Int, column: String? = nil, isWarning: Bool = false, _ message: Words) {
    self.line = line
    self.column = column
    self.isWarning = isWarning
    self.message = message
  }
}

/// What becomes of a row of an imported table, or of a record of an imported document.
public struct ImportedRow: Equatable, Sendable {
  /// The line of the file that it begins on, from 1.
  public var line: Int
  /// What the line of the ledger is called that it is about, where it is about one.
  public var name: String?
  /// What becomes of it.
  public var outcome: Outcome

  /// What can become of a row.
  public enum Outcome: Equatable, Sendable {
    /// It adds something: a line, or a record of one.
    case new([Cell])
    /// It changes what is kept of a line.
    case changed([Cell])
    /// All of it is there already.
    case unchanged
    /// It can't be taken.
    case refused(Words, column: String?)
    /// It is about no line.
    case skipped(Words)
  }

  /// A cell that says something new.
  public struct Cell: Equatable, Sendable {
    /// The column.
    public var column: String
    /// What the ledger has; nil for nothing.
    public var from: String?
    /// What the file has.
    public var to: String
  }
}
