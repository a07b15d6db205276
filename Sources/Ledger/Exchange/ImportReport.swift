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
