/// The literal that ``Words`` are made of: `"\(count) tries left"` is the template
/// `{1} tries left` and one argument.
public struct Sentence: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The English text with `{1}`, `{2}` and so on for the arguments: the key of its translations.
  public let template: String
  private let arguments: [Argument]

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

  init(verbatim text: String) {
    template = "{1}"
    arguments = [.text(text)]
  }

  func text(in language: Language) -> String {
    var text = ""
    var rest = language[template][...]
    while let start = rest.firstIndex(of: "{") {
      text += rest[..<start]
      rest = rest[start...]
      guard let end = rest.firstIndex(of: "}"),
        let number = Int(rest[rest.index(after: start)..<end]), number >= 1,
        let argument = arguments.dropFirst(number - 1).first
      else {
        text.append(rest.removeFirst())
        continue
      }
      text += argument.text(in: language)
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }

  fileprivate enum Argument: Hashable, Sendable {
    case text(String)
    case words(Words)

    func text(in language: Language) -> String {
      switch self {
      case .text(let text): text
      case .words(let words): words.text(in: language)
      }
    }
  }

  /// Takes a literal apart.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var template = ""
    fileprivate var arguments: [Argument] = []

    /// An empty literal.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// A part of the English text.
    public mutating func appendLiteral(_ literal: String) { template += literal }

    /// Something that has its own translations.
    public mutating func appendInterpolation(_ words: Words) { append(.words(words)) }

    /// Something that is the same in every language.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      append(.text(value.description))
    }

    private mutating func append(_ argument: Argument) {
      arguments.append(argument)
      template += "{\(arguments.count)}"
    }
  }
}
