public import Words
import Renewal

/// A text in several languages, English always among them.
///
/// In JSON it is `{"en": "China Mobile", "zh-Hans": "中国移动"}`.
public struct LocalText: Hashable, Sendable {
  /// The text by the tag of its language.
  private let texts: [String: String]

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
  var tags: Set<String> { Set(texts.keys) }
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

extension LocalText {
  /// What is wrong with a name or a sentence.
  ///
  /// - Parameter required: the languages that it must not lack.
  func flaws(lacking required: [String] = []) -> [DataFlaw] {
    var flaws: [DataFlaw] = []
    for tag in required where texts[tag] == nil {
      flaws.append(
        DataFlaw(
          path: [], message: "the language \"\(tag)\" is missing; allowed: a text in each language")
      )
    }
    for (tag, text) in texts.sorted(by: { $0.key < $1.key }) {
      if !tag.isLanguageTag {
        flaws.append(.at(tag, "\"\(tag)\" is not a language; allowed: a tag such as zh-Hans"))
      }
      if text.isEmpty { flaws.append(.at(tag, "the text is empty")) }
    }
    return flaws
  }
}

extension String {
  /// Whether it has the form of a tag of BCP 47: `en`, `zh-Hans`, `pt-BR`.
  fileprivate var isLanguageTag: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(parts[0].count)
      && parts.allSatisfy {
        (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isLetter }
      }
  }
}
