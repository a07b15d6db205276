extension Terminal {
  /// The columns that lines of text keep to.
  static let columns = 80

  /// Cleaned text as lines of at most 80 columns, each behind `indent` spaces; the first behind
  /// `label` instead, which is filled up to as many columns.
  ///
  /// Lines are broken at spaces, and beside wide characters, which are written without any.
  static func wrapped(_ text: String, indent: Int, label: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(of: clean(text)) {
      let gap = piece.followsSpace && !line.isEmpty ? " " : ""
      if !line.isEmpty, indent + width(line) + gap.count + width(piece.text) > columns {
        lines.append(line)
        line = piece.text
      } else {
        line += gap + piece.text
      }
    }
    let margin = String(repeating: " ", count: indent)
    return (lines + [line]).enumerated().map { index, line in
      (index == 0 ? label.rightPadded(to: indent) : margin) + line
    }
  }

  /// The parts of a text that no line break may go through.
  private static func pieces(of text: String) -> [(text: String, followsSpace: Bool)] {
    var pieces: [(text: String, followsSpace: Bool)] = []
    for word in words(of: text) {
      // Only beside a wide character, and not inside what a shell takes as one word.
      if word.first == "'" || word.utf8.allSatisfy({ $0 < 0x80 }) {
        pieces.append((String(word), true))
        continue
      }
      var piece = ""
      var isFirst = true
      for character in word {
        if let last = piece.last, canBreak(between: last, and: character) {
          pieces.append((piece, isFirst))
          piece = ""
          isFirst = false
        }
        piece.append(character)
      }
      pieces.append((piece, isFirst))
    }
    return pieces
  }

  /// The words of a text. What stands between quotes, as a shell's word, is one.
  private static func words(of text: String) -> [Substring] {
    guard text.utf8.contains(UInt8(ascii: "'")) else { return text.split(separator: " ") }
    var words: [Substring] = []
    var quoted: Substring?
    for word in text.split(separator: " ") {
      let whole = quoted.map { text[$0.startIndex..<word.endIndex] } ?? word
      if quoted != nil || word.first == "'" {
        let isClosed = whole.dropFirst().contains("'")
        // Quotes that are never closed, or hold much, are no word.
        quoted = isClosed || width(String(whole)) > columns / 2 ? nil : whole
        if quoted != nil { continue }
        guard isClosed else {
          words += whole.split(separator: " ")
          continue
        }
      }
      words.append(whole)
    }
    return words + (quoted?.split(separator: " ") ?? [])
  }

  private static func canBreak(between last: Character, and next: Character) -> Bool {
    (width(String(last)) > 1 || width(String(next)) > 1)
      && !opening.contains(last) && !closing.contains(next)
  }

  /// What no line ends with, and what none begins with (GB/T 15834).
  private static let opening = Set("（《〈「『【〔“‘([{<")
  private static let closing = Set("，。、；：？！）》〉」』】〕”’…—％·,.;:?!)]}>%")
}

extension Terminal {
  /// A text of at most so many columns; what does not fit is left out, and an ellipsis says so.
  static func cut(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    var short = ""
    for character in text {
      guard width(short) + width(String(character)) < columns else { break }
      short.append(character)
    }
    return short.trimmingTrailingSpaces + "…"
  }
}
