public import FoundationEssentials
public import Renewal

/// A line with what is kept of it, as it stands in the `lines` of a document. An absent member was
/// not asked for, or is not there.
public struct LineRecord: Codable, Equatable, Sendable {
  /// The line.
  public var line: Line
  /// What it was before, the oldest first.
  public var formerSettings: [FormerSettings]?
  /// What happened to it.
  public var events: [Event]?
  /// The attempts to renew it, as they stand.
  public var attempts: [RenewalAttempt]?
  /// Whether no notices of it are wanted at present.
  public var hush: Hush?
  /// Notices that went out.
  public var notices: [SentNotice]?
  /// What was written down about it, and what each did to where it stood.
  public var history: [HistoryStep]?
  /// Where it stands.
  public var verdict: Verdict?

  /// A line by itself, or with where it stands.
  public init(_ line: Line, _ verdict: Verdict? = nil) {
    self.line = line
    self.verdict = verdict
  }
}

/// Writes a document of lines, element by element. `Docs/schema/lines.schema.json` describes it.
public struct LinesDocument {
  /// The name that every document of this kind carries in `schema`.
  public static let schemaName = "cardinfo.lines"
  /// The version that this library writes, major and minor. Within a major version changes only add.
  public static let currentSchemaVersion = "2.0"

  private let write: (Data) throws -> Void
  private var isFirst = true

  /// Begins a document.
  ///
  /// - Parameters:
  ///   - generatedAt: when it is made.
  ///   - write: takes the text piece by piece.
  public init(generatedAt: Date, write: @escaping (Data) throws -> Void) throws {
    self.write = write
    try put(
      """
      {"schema":"\(Self.schemaName)","schemaVersion":"\(Self.currentSchemaVersion)",\
      "generatedAt":"\(generatedAt.formatted(.iso8601))",
      "lines":[
      """)
  }

  /// Writes a line.
  public mutating func add(_ record: LineRecord) throws { try add(StoredJSON.text(record)) }

  /// Ends the document.
  ///
  /// - Parameter errors: what went wrong, in the form of the caller's other documents.
  public func finish(errors: [some Encodable] = [String]()) throws {
    try put("\n],\n\"errors\":\(StoredJSON.text(errors))}\n")
  }

  mutating func add(_ element: String) throws {
    try put((isFirst ? "\n" : ",\n") + element)
    isFirst = false
  }

  /// Ends the list of lines and begins another one.
  mutating func begin(_ list: String) throws {
    try put("\n],\n\"\(list)\":[")
    isFirst = true
  }

  private func put(_ text: String) throws { try write(Data(text.utf8)) }
}
