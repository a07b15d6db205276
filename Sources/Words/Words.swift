/// Text for people: an English sentence, with what it speaks of kept apart so that the sentence can
/// be said in other languages.
///
/// ```swift
/// Words("\(reader) has no card")
/// Words(days, one: "\(days) day left", other: "\(days) days left")
/// ```
///
/// A sentence is a literal, so that a test can find each one and ask for its translations. Names,
/// numbers and what a card says are ``init(verbatim:)``.
///
/// In JSON it is its English text: what programs read does not depend on a person's language.
public struct Words: Sendable {
  private let sentence: Sentence

  /// A sentence.
  public init(_ sentence: Sentence) { self.sentence = sentence }

  /// A sentence about a number of things.
  public init(_ count: Int, one: Sentence, other: Sentence) {
    sentence = count == 1 ? one : other
  }

  /// What is the same in every language.
  public init(verbatim text: String) { sentence = Sentence(verbatim: text) }

  /// The text in a language; in English where the language lacks the sentence.
  public func text(in language: Language) -> String { sentence.text(in: language) }

  /// Sentences one after the other, with the same text between them.
  public static func joined(_ words: [Words], by separator: String) -> Words {
    Words(Sentence(joining: words, by: separator))
  }
}

extension Words: Hashable {
  /// Whether both say the same in English, whatever they are made of.
  public static func == (first: Words, second: Words) -> Bool {
    first.description == second.description
  }

  /// Hashes the English text.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension Words: CustomStringConvertible {
  /// The text in English.
  public var description: String { text(in: .english) }
}

extension Words: Codable {
  /// Takes a text as it is.
  public init(from decoder: any Decoder) throws {
    self.init(verbatim: try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the English text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
