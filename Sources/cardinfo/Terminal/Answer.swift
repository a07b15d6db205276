import ArgumentParser
import CardState
import FoundationEssentials
import Words

/// What every command has that people can run.
struct AnswerOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(Words("Print one JSON object instead of text.")))
  var json = false
}

/// What a command says, for programs as one JSON document: `schema`, `schemaVersion`, `errors`, and
/// beside them the members of what it says.
struct Document<Content: Encodable>: Encodable {
  private let kind: DocumentKind
  private let content: Content
  private let errors: [Problem]

  /// - Parameter errors: What went wrong, beside what is left out in this run.
  init(_ kind: DocumentKind, _ content: Content, errors: [Problem] = []) {
    self.kind = kind
    self.content = content
    self.errors = Problem.besideTheAnswer + errors
  }

  private enum CodingKeys: CodingKey {
    case schema, schemaVersion, errors
  }

  func encode(to encoder: any Encoder) throws {
    try content.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind.name, forKey: .schema)
    try container.encode(kind.version, forKey: .schemaVersion)
    try container.encode(errors, forKey: .errors)
  }

  /// The document as JSON text: RFC 3339 dates, sorted members, no escaped slashes.
  func text() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }

  /// The document in one line.
  func line() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }

  /// Writes it to standard output.
  func write() throws { StandardOutput.write(try text()) }
}

/// The kinds of documents that are published in `Docs/schema`. Lines are written one by one, by
/// `LinesDocument`.
struct DocumentKind {
  let name: String
  let version: String

  /// What was read of cards.
  static let cardState = DocumentKind(
    name: CardStateDocument.schemaName, version: CardStateDocument.currentSchemaVersion)
  /// One thing that happened while cards were watched.
  static let watch = DocumentKind(name: "cardinfo.watch", version: "1.0")
  /// What goes to a channel: things to do about lines.
  static let notice = DocumentKind(name: "cardinfo.notice", version: "1.0")
  /// Everything else that a command answers, and what ended a command before it had an answer.
  static let answer = DocumentKind(name: "cardinfo.answer", version: "1.0")
}

/// No members of its own.
struct NoContent: Encodable {}

/// An answer that is one value for programs and lines for people.
protocol TextualAnswer: Encodable {
  func lines(colour: Bool) -> [String]
}

/// An answer that people read as a table.
protocol TabularAnswer: TextualAnswer {
  var table: Table { get }
}

extension TabularAnswer {
  func lines(colour: Bool) -> [String] { table.lines(wraps: true, colour: colour) }
}

extension TextualAnswer {
  /// Prints the answer as one JSON document, or its lines; then says what went wrong, and ends the
  /// command where something did.
  func report(asJSON: Bool, problems: [Problem] = []) throws {
    if asJSON {
      try Document(.answer, self, errors: problems).write()
    } else {
      StandardOutput.write(lines: lines)
    }
    try Problem.end(problems)
  }
}

/// The program, as it is named in documents and by `--version`.
enum Version {
  /// As in `CHANGELOG.md`.
  static let current = "0.1.0"
}
