/// Finds the sentences of a source: the literals of `Words("…")`, `Words("…", context: "…")` and
/// `Words(n, one: "…", other: "…")`. (xgettext knows no Swift.)
struct SentenceScanner {
  /// The sentences in the order of the source, with the names that they have at run time.
  private(set) var sentences: [Sentence] = []
  /// What is handed to `Words` and is no sentence.
  private(set) var problems: [String] = []

  struct Sentence: Equatable {
    var context: String?
    var id: String
    var plural: String?
    /// The expressions that `{1}`, `{2}` and so on stand for.
    var arguments: [String]
  }

  private let source: [UInt8]

  init(_ text: String) {
    source = Array(text.utf8)
    let name = Array("Words(".utf8)
    for start in source.indices where source[start] == name[0] && starts(with: name, at: start) {
      let isWholeWord = start == 0 || !(isLetter(source[start - 1]) || source[start - 1] == dot)
      if isWholeWord, !isComment(start) { scanCall(from: start + name.count) }
    }
  }

  private mutating func scanCall(from start: Int) {
    let end = closing(from: start)
    let arguments = arguments(in: start..<end)
    switch arguments.map(\.label) {
    case ["verbatim"], ["from"]: return
    case [nil]:
      guard let text = literal(arguments[0].range) else { break }
      sentences.append(Sentence(id: text.template, arguments: text.arguments))
      return
    case [nil, "context"]:
      guard let text = literal(arguments[0].range), let context = literal(arguments[1].range),
        context.arguments.isEmpty
      else { break }
      sentences.append(
        Sentence(context: context.template, id: text.template, arguments: text.arguments))
      return
    case [nil, "one", "other"]:
      guard let one = literal(arguments[1].range), let other = literal(arguments[2].range),
        one.arguments == other.arguments
      else { break }
      sentences.append(
        Sentence(id: one.template, plural: other.template, arguments: one.arguments))
      return
    default: break
    }
    problems.append("Words(\(text(start..<end)))")
  }

  /// The arguments of a call, split at its commas.
  private func arguments(in range: Range<Int>) -> [(label: String?, range: Range<Int>)] {
    var arguments: [(String?, Range<Int>)] = []
    var start = range.lowerBound
    var position = start
    func end() {
      let whole = trimmed(start..<position)
      let name = source[whole].prefix(while: isLetter)
      guard !name.isEmpty, source[name.endIndex..<whole.upperBound].first == UInt8(ascii: ":")
      else { return arguments.append((nil, whole)) }
      arguments.append(
        (
          String(decoding: name, as: UTF8.self), trimmed(name.endIndex + 1..<whole.upperBound)
        ))
    }
    while position < range.upperBound {
      switch source[position] {
      case UInt8(ascii: ","):
        end()
        position += 1
        start = position
      case UInt8(ascii: "\""): position = readLiteral(at: position).end
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        position = closing(from: position + 1) + 1
      default: position += 1
      }
    }
    end()
    return arguments
  }

  /// The literal that is all of a range.
  private func literal(_ range: Range<Int>) -> (template: String, arguments: [String])? {
    guard source[range].first == UInt8(ascii: "\"") else { return nil }
    let literal = readLiteral(at: range.lowerBound)
    return literal.end == range.upperBound ? (literal.template, literal.arguments) : nil
  }

  /// Reads a literal of one line or of several, from its first quote.
  private func readLiteral(at start: Int) -> (template: String, arguments: [String], end: Int) {
    let quotes = Array("\"\"\"".utf8)
    let isBlock = starts(with: quotes, at: start)
    let quote = isBlock ? quotes : Array("\"".utf8)
    var position = start + quote.count
    var text: [UInt8] = []
    var arguments: [String] = []
    while !starts(with: quote, at: position) {
      guard source[position] == UInt8(ascii: "\\") else {
        text.append(source[position])
        position += 1
        continue
      }
      switch source[position + 1] {
      case UInt8(ascii: "("):
        let end = closing(from: position + 2)
        arguments.append(self.text(position + 2..<end))
        text += "{\(arguments.count)}".utf8
        position = end + 1
      case UInt8(ascii: "\n"):
        // The line goes on in the next one.
        text += "\u{0}\n".utf8
        position += 2
      case UInt8(ascii: "n"):
        text += "\n".utf8
        position += 2
      default:
        text.append(source[position + 1])
        position += 2
      }
    }
    let template = String(decoding: text, as: UTF8.self)
    return (isBlock ? Self.unindented(template) : template, arguments, position + quote.count)
  }

  private static func unindented(_ block: String) -> String {
    let lines = block.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    let indent = lines.last?.count ?? 0
    return lines.dropLast().map { String($0.dropFirst(indent)) }.joined(separator: "\n")
      .replacing("\u{0}\n", with: "")
  }

  /// The bracket that closes the one before `start`.
  private func closing(from start: Int) -> Int {
    var depth = 1
    var position = start
    while true {
      switch source[position] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""):
        position = readLiteral(at: position).end
        continue
      default: break
      }
      if depth == 0 { return position }
      position += 1
    }
  }

  /// An expression in one line.
  private func text(_ range: Range<Int>) -> String {
    String(decoding: source[range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = source[range].firstIndex { !isSpace($0) } ?? range.upperBound
    let last = source[range].lastIndex { !isSpace($0) } ?? start - 1
    return start..<last + 1
  }

  private func starts(with bytes: [UInt8], at position: Int) -> Bool {
    source[position...].starts(with: bytes)
  }

  private func isComment(_ position: Int) -> Bool {
    let line = source[..<position].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return text(line..<position).contains("//")
  }

  private let dot = UInt8(ascii: ".")

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }
}
