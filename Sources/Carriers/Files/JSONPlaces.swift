import FoundationEssentials

/// Where each value of a JSON text stands.
///
/// Foundation's decoder says which member it stumbled over and not where; this scan, which is also
/// stricter (no member twice, no trailing comma, no deep nesting), finds the line.
struct JSONPlaces {
  /// The way to a value: members' names and places in lists.
  typealias Path = [Step]

  /// One step of the way to a value.
  enum Step: Hashable {
    case member(String)
    case element(Int)
  }

  /// What the scan stopped at.
  struct SyntaxError: Error {
    let offset: Int
    let message: String
  }

  /// The byte offsets of the values.
  private(set) var values: [Path: Int] = [:]
  /// The byte offsets of the members' names.
  private(set) var names: [Path: Int] = [:]
  /// The values that are `null`, in the order of the text.
  private(set) var nulls: [Path] = []

  private let text: [UInt8]
  private var offset = 0
  private static let deepest = 32

  /// Scans a whole text.
  init(scanning text: [UInt8]) throws(SyntaxError) {
    self.text = text
    try scanValue([])
    skipSpace()
    if offset < text.count { throw error("text after the end of the document") }
  }

  /// Line and column of a byte, both from 1; columns count characters.
  static func position(of offset: Int, in text: [UInt8]) -> (line: Int, column: Int) {
    let before = text.prefix(max(0, offset))
    let line = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let characters = line.last?.filter { $0 & 0xC0 != 0x80 }.count ?? 0
    return (max(1, line.count), characters + 1)
  }

  private var current: UInt8? { offset < text.count ? text[offset] : nil }

  private func error(_ message: String, at place: Int? = nil) -> SyntaxError {
    SyntaxError(offset: place ?? offset, message: message)
  }

  private mutating func skipSpace() {
    while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func scanValue(_ path: Path) throws(SyntaxError) {
    skipSpace()
    guard path.count <= Self.deepest else { throw error("nested too deeply") }
    values[path] = offset
    switch current {
    case UInt8(ascii: "{"): try scanObject(path)
    case UInt8(ascii: "["): try scanList(path)
    case UInt8(ascii: "\""): _ = try scanString()
    case nil: throw error("the text ends where a value is expected")
    default: try scanWord(path)
    }
  }

  private mutating func scanObject(_ path: Path) throws(SyntaxError) {
    offset += 1
    skipSpace()
    if take("}") { return }
    repeat {
      skipSpace()
      let start = offset
      guard current == UInt8(ascii: "\"") else {
        throw error("the name of a member is expected, in quotation marks")
      }
      let name = try scanString()
      let member = path + [.member(name)]
      guard names[member] == nil else { throw error("\"\(name)\" stands here twice", at: start) }
      names[member] = start
      skipSpace()
      guard take(":") else { throw error("\":\" is expected") }
      try scanValue(member)
      skipSpace()
    } while take(",")
    guard take("}") else { throw error("\",\" or \"}\" is expected") }
  }

  private mutating func scanList(_ path: Path) throws(SyntaxError) {
    offset += 1
    skipSpace()
    if take("]") { return }
    var index = 0
    repeat {
      try scanValue(path + [.element(index)])
      index += 1
      skipSpace()
    } while take(",")
    guard take("]") else { throw error("\",\" or \"]\" is expected") }
  }

  private mutating func scanString() throws(SyntaxError) -> String {
    let start = offset
    offset += 1
    while let byte = current, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw error("a control character in a text") }
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard take("\"") else { throw error("a text without its end", at: start) }
    let literal = Data(text[start..<min(offset, text.count)])
    guard let string = try? JSONDecoder().decode(String.self, from: literal) else {
      throw error("a text with a broken escape or broken UTF-8", at: start)
    }
    return string
  }

  private mutating func scanWord(_ path: Path) throws(SyntaxError) {
    let start = offset
    while let byte = current, !" \t\r\n,:]}[{\"".utf8.contains(byte) { offset += 1 }
    let word = text[start..<offset]
    if word.elementsEqual("null".utf8) { nulls.append(path) }
    guard (try? JSONDecoder().decode(AnyScalar.self, from: Data(word))) != nil else {
      let written = String(decoding: word.prefix(20), as: UTF8.self)
      throw error("\"\(written)\" is no value; texts stand in quotation marks", at: start)
    }
  }
}

/// A number, a truth value or null.
private struct AnyScalar: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() { return }
    if (try? container.decode(Bool.self)) == nil { _ = try container.decode(Double.self) }
  }
}
