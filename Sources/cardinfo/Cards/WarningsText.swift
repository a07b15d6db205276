import CardState
import Words

/// What a person should know about a read, below every view of it.
enum WarningsText {
  static func lines(of card: CardSnapshot, colour: Bool) -> [String] {
    card.warnings.flatMap { warning in
      let sentence = Terminal.wrapped(warning.message.text, indent: 4)
        .joined(separator: "\n").dropFirst(4)
      let hint = warning.hint.map { Terminal.wrapped($0.text, indent: 4) } ?? []
      return ["  " + Style.attention.apply("! ", colour) + sentence] + hint
    }
  }

  /// A line in place of what could not be read.
  static func line(_ words: Words, colour: Bool) -> String {
    "  " + Style.attention.apply(words.text, colour)
  }
}
