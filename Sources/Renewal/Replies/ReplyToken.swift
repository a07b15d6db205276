/// A piece of a carrier's text: a number, a word, a run of Chinese characters, or a sign.
struct ReplyToken: Equatable {
  var kind: Kind
  /// As it stands in the text, with full-width digits and signs made ordinary ones.
  var text: String
  /// Whether a space stands before it.
  var isSpaced: Bool

  enum Kind { case number, word, han, sign }

  /// Takes a text apart.
  static func tokens(of text: some StringProtocol) -> [ReplyToken] {
    var tokens: [ReplyToken] = []
    var isSpaced = true
    var rest = Array(text.map(ordinary))[...]
    while let first = rest.first {
      if first.isWhitespace, !first.isNewline {
        isSpaced = true
        rest.removeFirst()
        continue
      }
      let length =
        switch first.kind {
        case .number: lengthOfNumber(rest)
        // 1日至2日: the mark of a date stands alone.
        case .han where tokens.last?.kind == .number && "年月日号號".contains(first): 1
        default: rest.prefix { same($0, first) }.count
        }
      let piece = rest.prefix(max(1, length))
      tokens.append(ReplyToken(kind: first.kind, text: String(piece), isSpaced: isSpaced))
      rest = rest.dropFirst(piece.count)
      isSpaced = false
    }
    return tokens
  }

  // Points and commas belong to a number where digits follow.
  private static func lengthOfNumber(_ text: ArraySlice<Character>) -> Int {
    var length = 0
    for (offset, character) in text.enumerated() {
      if character.kind == .number {
        length = offset + 1
      } else if offset != length
        || character != "." && character != ","
      {
        break
      }
    }
    return length
  }

  private static func same(_ one: Character, _ other: Character) -> Bool {
    one.kind == other.kind && one.kind != .sign && !one.isWhitespace
  }

  // U+FF01 to U+FF5E are the full-width forms of ASCII.
  private static func ordinary(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return character
    }
    switch scalar.value {
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? character
    case 0xFFE5: return "¥"
    case 0xFFE1: return "£"
    default: return character
    }
  }
}

extension ReplyToken {
  /// The number of a token of digits alone, of at most so many.
  func whole(digits: ClosedRange<Int>) -> Int? {
    kind == .number && digits.contains(text.count) ? Int(text) : nil
  }

  /// Whether a clause ends here.
  var endsClause: Bool { kind == .sign && [".", "。", ";", "!", "\n", "\r\n"].contains(text) }
}

extension Character {
  fileprivate var kind: ReplyToken.Kind {
    if isASCII, isNumber { return .number }
    if let scalar = unicodeScalars.first, (0x3400...0x9FFF).contains(scalar.value) { return .han }
    return isLetter ? .word : .sign
  }
}
