/// A text in several languages, English always among them.
///
/// In JSON it is `{"en": "China Mobile", "zh-Hans": "中国移动"}`.
public struct LocalText: Hashable, Sendable {
  /// The text by the tag of its language.
  package let texts: [String: String]

  /// A text.
  public init(_ english: String, _ others: [String: String] = [:]) {
    texts = others.merging(["en": english]) { _, english in english }
  }

  /// The text in English.
  public var english: String { texts["en"] ?? "" }

  /// The text in a language; in English where it lacks the language.
  public func text(in language: Language) -> String { texts[language.tag] ?? english }

  /// The text in every language that it is in, English first.
  public var all: [String] {
    [english] + texts.filter { $0.key != "en" }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The tags of its languages.
  package var tags: Set<String> { Set(texts.keys) }
}

extension LocalText: Codable {
  /// Reads the texts by language.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    texts = try container.decode([String: String].self)
    guard texts["en"] != nil else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a text without English; allowed: \"en\" and others")
    }
  }

  /// Writes the texts by language.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(texts)
  }
}
