/// The words and marks of a source, without its comments and without the text of its literals. What
/// is interpolated into a literal is code and stays.
struct SourceTokens {
  enum Token: Equatable {
    /// An identifier, a keyword or a number.
    case word(String)
    /// One byte of anything else; a quotation mark stands for a literal.
    case mark(Unicode.Scalar)
  }

  private(set) var tokens: [Token] = []
  private let source: [UInt8]
  private var position = 0

  init(_ text: String) {
    source = Array(text.utf8)
    scan(isInterpolation: false)
  }

  private mutating func scan(isInterpolation: Bool) {
    var depth = 0
    while position < source.count {
      let byte = source[position]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "`"): position += 1
      case UInt8(ascii: "/") where has("//"):
        skip { $0.position == $0.source.count || $0.has("\n") }
      case UInt8(ascii: "/") where has("/*"): skipBlockComment()
      case UInt8(ascii: "/") where isRegex: skipRegex()
      case UInt8(ascii: "\""), UInt8(ascii: "#"):
        let hashes = source[position...].prefix { $0 == UInt8(ascii: "#") }.count
        if has("\"", at: hashes) {
          skipLiteral(hashes)
        } else {
          position += max(1, hashes)
        }
      case _ where Self.isWord(byte):
        let word = source[position...].prefix(while: Self.isWord)
        tokens.append(.word(String(decoding: word, as: UTF8.self)))
        position += word.count
      default:
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        position += 1
        if isInterpolation, depth < 0 { return }
        tokens.append(.mark(Unicode.Scalar(byte)))
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private func has(_ text: String, at offset: Int = 0) -> Bool {
    source[min(position + offset, source.count)...].starts(with: text.utf8)
  }

  private mutating func skip(until isOver: (Self) -> Bool) {
    while position < source.count, !isOver(self) { position += 1 }
  }

  /// Block comments nest.
  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if has("/*") {
        depth += 1
        position += 2
      } else if has("*/") {
        depth -= 1
        position += 2
      } else {
        position += 1
      }
    } while depth > 0 && position < source.count
  }

  /// Whether a slash begins a regular expression: nothing to divide stands before it, and another
  /// slash follows in its line.
  private var isRegex: Bool {
    if case .mark(let mark)? = tokens.last, !"(,=:[{!&|;?".unicodeScalars.contains(mark) {
      return false
    }
    if case .word(let word)? = tokens.last, word != "return", word != "try" { return false }
    let line = source[(position + 1)...].prefix { $0 != UInt8(ascii: "\n") }
    return line.first != UInt8(ascii: " ") && line.contains(UInt8(ascii: "/"))
  }

  private mutating func skipRegex() {
    position += 1
    skip { $0.has("/") && !$0.has("\\", at: -1) }
    position += 1
    tokens.append(.mark("\""))
  }

  /// A literal of one line or of several, with as many number signs before it.
  private mutating func skipLiteral(_ hashes: Int) {
    position += hashes
    let quotes = has("\"\"\"") ? "\"\"\"" : "\""
    let signs = String(repeating: "#", count: hashes)
    position += quotes.utf8.count
    tokens.append(.mark("\""))
    while position < source.count, !has(quotes + signs) {
      if has("\\\(signs)(") {
        position += 2 + hashes
        scan(isInterpolation: true)
      } else {
        position += has("\\" + signs) ? 2 + hashes : 1
      }
    }
    position += quotes.utf8.count + hashes
  }
}
