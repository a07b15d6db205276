public import FoundationEssentials
public import Words

/// What one run of the tool read: a dated, versioned list of cards and of what went wrong.
///
/// The published form is `Docs/schema/card-state.schema.json`. Within a major version changes only
/// add: an absent member means "not read or not there", and `warnings` and `files` say which.
public struct CardStateDocument: Codable, Equatable, Sendable {
  /// The name that every document of this kind carries in `schema`.
  public static let schemaName = "cardinfo.card-state"
  /// The version that this library writes, major and minor.
  public static let currentSchemaVersion = "2.0"

  /// Always ``schemaName``.
  public var schema: String
  /// Major and minor version of the schema that the document was written to.
  public var schemaVersion: String
  /// When the document was made.
  public var generatedAt: Date
  /// The program that made it.
  public var tool: Tool
  /// One entry for each card that answered, in reader order.
  public var cards: [CardSnapshot]
  /// What failed: readers, cards, the PC/SC service.
  public var errors: [ReadFailure]

  /// Collects what a run read.
  public init(
    generatedAt: Date, tool: Tool, cards: [CardSnapshot] = [], errors: [ReadFailure] = []
  ) {
    self.schema = Self.schemaName
    self.schemaVersion = Self.currentSchemaVersion
    self.generatedAt = generatedAt
    self.tool = tool
    self.cards = cards
    self.errors = errors
  }

  /// The program that made a document.
  public struct Tool: Codable, Equatable, Sendable {
    /// Its name.
    public var name: String
    /// Its version, as in semantic versioning.
    public var version: String

    /// Names a program and its version.
    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }
}

/// Something that could not be read, beside all that could.
public struct ReadFailure: Codable, Equatable, Sendable {
  /// The reader it happened in, if it was one reader.
  public var reader: String?
  /// A stable code such as `card.mute`; `Docs/errors.md` lists them.
  public var code: String
  /// One sentence on what happened, without identifiers.
  public var message: Words
  /// What to do next.
  public var hint: Words?

  /// Describes a failure.
  public init(reader: String? = nil, code: String, message: Words, hint: Words? = nil) {
    self.reader = reader
    self.code = code
    self.message = message
    self.hint = hint
  }
}
