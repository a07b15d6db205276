/// A closed list of words, each with a stable spelling in JSON and in the ledger.
///
/// Reading another word fails and names the ones there are, so that a person who writes a rule
/// learns what to write instead.
public protocol Vocabulary: RawRepresentable, CaseIterable, Codable, Hashable, Sendable
where RawValue == String {}

extension Vocabulary {
  /// Reads one of the words.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let word = try container.decode(String.self)
    guard let value = Self(rawValue: word) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "\"\(word)\" is not a word for this; allowed: \(Self.allWords)")
    }
    self = value
  }

  /// Writes the word.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  package static var allWords: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
