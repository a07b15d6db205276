import FoundationEssentials
import Words

/// Takes a JSON object apart, member by member and element by element, with no more of it in memory
/// than one of these. What is in them is for a decoder to judge.
struct JSONScanner {
  private let bytes: ByteSource
  private var isFirst = true

  /// No line that a person has is longer.
  static let longestValue = 1 << 26

  init(_ bytes: ByteSource) { self.bytes = bytes }

  /// What makes the rest unreadable.
  struct Problem: Error {
    let line: Int
    let message: Words
  }

  /// A member of the object.
  enum Member {
    /// A list, whose elements come next.
    case list(String)
    case value(String, [UInt8])
  }

  /// An element of a list.
  struct Element {
    /// The line that it begins on.
    let line: Int
    let bytes: [UInt8]
  }

  mutating func beginsObject() throws -> Bool {
    try skipSpace()
    return try bytes.next() == UInt8(ascii: "{")
  }

  mutating func beginsList() throws -> Bool {
    try skipSpace()
    return try bytes.next() == UInt8(ascii: "[")
  }

  /// Says that nothing may follow.
  mutating func ends() throws {
    try skipSpace()
    guard try bytes.peek() == nil else { throw broken }
  }

  /// The next member; nil at the end of the object.
  mutating func nextMember() throws -> Member? {
    guard try goesOn(until: "}") else {
      try skipSpace()
      guard try bytes.peek() == nil else { throw broken }
      return nil
    }
    guard try bytes.peek() == UInt8(ascii: "\""),
      let name = try? JSONDecoder().decode(String.self, from: Data(try value()))
    else { throw broken }
    try skipSpace()
    guard try bytes.next() == UInt8(ascii: ":") else { throw broken }
    try skipSpace()
    if try bytes.peek() == UInt8(ascii: "[") {
      _ = try bytes.next()
      isFirst = true
      return .list(name)
    }
    return .value(name, try value())
  }

  /// The next element of the list; nil at its end.
  mutating func nextElement() throws -> Element? {
    guard try goesOn(until: "]") else {
      isFirst = false
      return nil
    }
    return Element(line: bytes.line, bytes: try value())
  }

  private var broken: Problem {
    Problem(line: bytes.line, message: Words("from here on the document is not JSON"))
  }

  // Passes over the comma, and says whether something follows.
  private mutating func goesOn(until end: Unicode.Scalar) throws -> Bool {
    defer { isFirst = false }
    try skipSpace()
    guard let byte = try bytes.peek() else { throw broken }
    if byte == UInt8(ascii: end) {
      _ = try bytes.next()
      return false
    }
    if isFirst { return true }
    guard byte == UInt8(ascii: ",") else { throw broken }
    _ = try bytes.next()
    try skipSpace()
    return true
  }

  private func skipSpace() throws {
    while let byte = try bytes.peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    {
      _ = try bytes.next()
    }
  }

  /// The bytes of one value.
  private func value() throws -> [UInt8] {
    var text: [UInt8] = []
    var depth = 0
    var isInText = false
    var isEscaped = false
    while let byte = try bytes.peek() {
      if !isInText, depth == 0, !text.isEmpty, Self.ends(byte) { return text }
      guard text.count < Self.longestValue else {
        throw Problem(
          line: bytes.line, message: Words("a value is longer than \(Self.longestValue) bytes"))
      }
      _ = try bytes.next()
      text.append(byte)
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInText = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isInText = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
        if depth < 0 { throw broken }
      }
      if !isInText, depth == 0,
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "}")
          || byte == UInt8(ascii: "]")
      {
        return text
      }
    }
    throw broken
  }

  private static func ends(_ byte: UInt8) -> Bool {
    ", \n\r\t:]}".utf8.contains(byte)
  }
}
