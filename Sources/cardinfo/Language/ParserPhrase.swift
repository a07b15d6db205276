import Words

/// A sentence that ArgumentParser says by itself, and what stands in it.
struct ParserPhrase: Sendable {
  /// The parser's English around what stands in it.
  private let pieces: [Substring]
  private let words: @Sendable ([String]) -> Words?

  /// What a text of the parser's says, in words of ours.
  static func words(for text: String) -> Words? {
    for phrase in all {
      if let words = phrase.parts(of: text).flatMap(phrase.words) { return words }
    }
    return nil
  }

  /// The first that fits counts.
  private static let all = [
    Self { Words("ARGUMENTS:") }, Self { Words("OPTIONS:") }, Self { Words("SUBCOMMANDS:") },
    Self { Words("Show the version.") }, Self { Words("Show help information.") },
    Self { Words("OVERVIEW: \($0)") }, Self { Words("\($0) (default)") },
    Self { Words("See '\($0)' for detailed help.") },
    Self { Words("See '\($0)' for more information.") },
    // The parser writes two spaces.
    Self(english: "Help:  \(hole)") { Words("Help: \($0)") },
    Self { Words("Unknown option '\($0)'. Did you mean '\($1)'?") },
    Self { Words("Unknown option '\($0)'") }, Self { Words("Missing value for '\($0)'") },
    Self { Words("Missing expected argument '\($0)'") },
    Self { Words("Unexpected argument '\($0)'") },
    Self { Words("\($0) unexpected arguments: '\($1)'") },
    Self { Words("The option '\($0)' does not take any value, but '\($1)' was specified.") },
    Self(english: "The value '\(hole)' is invalid for '\(hole)'. Please provide one of \(hole).") {
      let values = $2.replacing(" and ", with: ", ").replacing(" or ", with: ", ")
        .replacing("'", with: "")
      return Words("The value '\($0)' is invalid for '\($1)'; there are: \(values)")
    },
    Self { Words("The value '\($0)' is invalid for '\($1)': \($2)") },
    Self { Words("The value '\($0)' is invalid for '\($1)'") },
  ]

  /// The texts that stand in the phrase; nil for another phrase. What begins a phrase is one word.
  private func parts(of text: String) -> [String]? {
    // The first letter tells most phrases from the text.
    guard let first = pieces.first, let last = pieces.last,
      first.isEmpty || first.utf8.first == text.utf8.first, text.hasPrefix(first)
    else { return nil }
    guard pieces.count > 1 else { return text == first ? [] : nil }
    var rest = text.dropFirst(first.count)
    guard rest.hasSuffix(last) else { return nil }
    rest = rest.dropLast(last.count)
    var parts: [String] = []
    for piece in pieces.dropFirst().dropLast() {
      let halves = rest.split(at: piece, atMost: 1)
      guard let part = halves.first, let after = halves.dropFirst().first else { return nil }
      parts.append(String(part))
      rest = after
    }
    parts.append(String(rest))
    return first.isEmpty && parts.first?.contains(" ") == true ? nil : parts
  }
}

extension ParserPhrase {
  private static let hole = "\u{0}"

  private init(pattern: String, ofParts words: @escaping @Sendable ([String]) -> Words?) {
    pieces = pattern[...].split(at: Self.hole)
    self.words = words
  }

  private init(_ words: @escaping @Sendable () -> Words) {
    self.init(pattern: words().description, ofParts: { _ in words() })
  }

  private init(english: String? = nil, _ words: @escaping @Sendable (String) -> Words) {
    self.init(
      pattern: english ?? words(Self.hole).description, ofParts: { $0.first.map(words) })
  }

  private init(_ words: @escaping @Sendable (String, String) -> Words) {
    self.init(
      pattern: words(Self.hole, Self.hole).description,
      ofParts: { parts in
        guard let first = parts.first, let second = parts.dropFirst().first else { return nil }
        return words(first, second)
      })
  }

  private init(
    english: String? = nil, _ words: @escaping @Sendable (String, String, String) -> Words
  ) {
    self.init(
      pattern: english ?? words(Self.hole, Self.hole, Self.hole).description,
      ofParts: { parts in
        guard let first = parts.first, let second = parts.dropFirst().first,
          let third = parts.dropFirst(2).first
        else { return nil }
        return words(first, second, third)
      })
  }
}

extension Substring {
  /// What is between each occurrence of a text; after so many splits, the rest as it is.
  func split(at separator: some StringProtocol, atMost limit: Int = .max) -> [Substring] {
    var parts: [Substring] = []
    var start = startIndex
    var position = start
    while position < endIndex, parts.count < limit {
      let rest = utf8[position...]
      if rest.starts(with: separator.utf8) {
        parts.append(self[start..<position])
        start = rest.index(position, offsetBy: separator.utf8.count)
        position = start
      } else {
        position = rest.index(after: position)
      }
    }
    return parts + [self[start...]]
  }
}
