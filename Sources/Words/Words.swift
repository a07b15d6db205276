/// Text for people: an English sentence, with what it speaks of kept apart so that the sentence can
/// be said in other languages.
///
/// ```swift
/// Words("\(reader) has no card")
/// Words("data", context: "mobile network")
/// Words(days, one: "\(days) day left", other: "\(days) days left")
/// ```
///
/// A sentence is a literal, so that each one can be found and given to translators. Names, numbers and
/// what a card says are ``init(verbatim:)``.
///
/// In JSON it is its English text: what programs read does not depend on a person's language.
public struct Words: Sendable {
  private enum Content {
    case sentence(Sentence, context: String?)
    case counted(Int, one: Sentence, other: Sentence)
    case verbatim(String)
  }

  private let content: Content

  /// A sentence. The context, which nobody sees, tells translators which of several meanings its
  /// English has; each context has a translation of its own.
  public init(_ sentence: Sentence, context: String? = nil) {
    content = .sentence(sentence, context: context)
  }

  /// A sentence about a number of things. Both forms speak of the same arguments in the same order; a
  /// language has as many forms as it has.
  public init(_ count: Int, one: Sentence, other: Sentence) {
    content = .counted(count, one: one, other: other)
  }

  /// What is the same in every language.
  public init(verbatim text: String) { content = .verbatim(text) }

  /// The text in a language; in English where the language lacks the sentence.
  public func text(in language: Language) -> String {
    switch content {
    case .verbatim(let text): text
    case .sentence(let sentence, let context):
      sentence.text(in: language, as: language.translation(of: sentence.template, context: context))
    case .counted(let count, let one, let other):
      (count == 1 ? one : other)
        .text(in: language, as: language.translation(of: one.template, count: count))
    }
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
