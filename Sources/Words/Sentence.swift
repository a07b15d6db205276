/// The literal that ``Words`` are made of: `"\(count) tries left"` is the template
/// `{1} tries left` and one argument.
public struct Sentence: Sendable, ExpressibleByStringInterpolation {
  /// The English text with `{1}`, `{2}` and so on for the arguments: the key of its translations.
  public let template: String
  private let arguments: [Words]

  /// A sentence without arguments.
  public init(stringLiteral text: String) {
    template = text
    arguments = []
  }

  /// A sentence with arguments.
  public init(stringInterpolation: StringInterpolation) {
    template = stringInterpolation.template
    arguments = stringInterpolation.arguments
  }

  /// The translation, or the English text without one, with the arguments in their places.
  func text(in language: Language, as translation: String?) -> String {
    let template = translation ?? template
    guard !arguments.isEmpty else { return template }
    var text = ""
    var rest = template.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "{")) {
      text += Substring(rest[..<start])
      rest = rest[start...]
      guard let end = rest.firstIndex(of: UInt8(ascii: "}")),
        let number = Int(Substring(rest[rest.index(after: start)..<end])), number >= 1,
        let argument = arguments.dropFirst(number - 1).first
      else {
        text += "{"
        rest = rest.dropFirst()
        continue
      }
      text += argument.text(in: language)
      rest = rest[rest.index(after: end)...]
    }
    return text + Substring(rest)
  }

  /// Takes a literal apart.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var template = ""
    fileprivate var arguments: [Words] = []

    /// An empty literal.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// A part of the English text.
    public mutating func appendLiteral(_ literal: String) { template += literal }

    /// Something that has its own translations.
    public mutating func appendInterpolation(_ words: Words) {
      arguments.append(words)
      template += "{\(arguments.count)}"
    }

    /// Something that is the same in every language.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendInterpolation(Words(verbatim: value.description))
    }
  }
}
