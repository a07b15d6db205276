/// Finds the sentences of a source: the literals of `Words("…")` and `Words(n, one: "…", other: "…")`.
struct SentenceScanner {
  /// Templates as the sentences have them at run time.
  private(set) var templates: Set<String> = []
  /// What is handed to `Words` and is no literal.
  private(set) var problems: [String] = []

  private let source: [Character]

  init(_ text: String) {
    source = Array(text)
    let name = Array("Words(")
    for start in source.indices where source[start...].starts(with: name) {
      let isWholeWord = start == 0 || !(source[start - 1].isLetter || source[start - 1] == ".")
      if isWholeWord, !isComment(start) { scanCall(from: start + name.count) }
    }
  }

  private mutating func scanCall(from start: Int) {
    let position = afterSpace(start)
    if source[position] == "\"" {
      templates.insert(literal(at: position).template)
    } else if !source[position...].starts(with: "verbatim:") {
      let end = closing(from: start)
      let labels = ["one:", "other:"].map { find($0, in: start..<end) }
      let positions = labels.compactMap { $0.map(afterSpace) }
      guard positions.count == 2, positions.allSatisfy({ source[$0] == "\"" }) else {
        problems.append("Words(\(String(source[start..<end])))")
        return
      }
      for position in positions { templates.insert(literal(at: position).template) }
    }
  }

  /// Reads a literal of one line or of several, from its first quote.
  private func literal(at start: Int) -> (template: String, end: Int) {
    let isBlock = source[start...].starts(with: "\"\"\"")
    var position = start + (isBlock ? 3 : 1)
    var text = ""
    var arguments = 0
    while !source[position...].starts(with: isBlock ? "\"\"\"" : "\"") {
      guard source[position] == "\\" else {
        text.append(source[position])
        position += 1
        continue
      }
      switch source[position + 1] {
      case "(":
        arguments += 1
        text += "{\(arguments)}"
        position = closing(from: position + 2) + 1
      case "\n":
        // The line goes on in the next one.
        text += "\u{0}"
        position += 2
      case "n":
        text += "\n"
        position += 2
      default:
        text.append(source[position + 1])
        position += 2
      }
    }
    return (isBlock ? Self.unindented(text) : text, position + (isBlock ? 3 : 1))
  }

  private static func unindented(_ block: String) -> String {
    let text = block.replacing("\u{0}", with: "\u{0}\n")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    let indent = lines.last?.count ?? 0
    return lines.dropLast().map { String($0.dropFirst(indent)) }.joined(separator: "\n")
      .replacing("\u{0}\n", with: "")
  }

  /// The parenthesis that closes the one before `start`.
  private func closing(from start: Int) -> Int {
    var depth = 1
    var position = start
    while true {
      switch source[position] {
      case "(": depth += 1
      case ")": depth -= 1
      case "\"":
        position = literal(at: position).end
        continue
      default: break
      }
      if depth == 0 { return position }
      position += 1
    }
  }

  private func find(_ label: String, in range: Range<Int>) -> Int? {
    range.first { source[$0...].starts(with: label) && source[$0 - 1] == " " }
      .map { $0 + label.count }
  }

  private func afterSpace(_ position: Int) -> Int {
    source[position...].firstIndex { !$0.isWhitespace } ?? position
  }

  private func isComment(_ position: Int) -> Bool {
    let line = source[..<position].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return String(source[line..<position]).contains("//")
  }
}
