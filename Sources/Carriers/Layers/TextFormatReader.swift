import Words

/// Protocol buffers in their text form, as far as lists of carriers use it: fields with strings and
/// numbers, messages in braces, comments.
struct TextFormatReader {
  /// One message: what its fields have, in order.
  struct Message {
    var values: [String: [String]] = [:]
    var messages: [String: [Message]] = [:]
  }

  private let text: [UInt8]
  private var offset = 0
  private var line = 1
  private static let deepest = 8

  init(_ text: [UInt8]) { self.text = text }

  /// What is wrong at the place that was reached.
  func error(_ reason: Words) -> CarriersError {
    CarriersError(
      .androidListInvalid, Words("Android's list of carriers, line \(line): \(reason)"),
      hint: Words("the text form carrier_list.textpb is read, not the binary one"))
  }

  /// Reads the whole text as one message.
  mutating func readAll() throws(CarriersError) -> Message {
    let message = try read(depth: 0)
    if offset < text.count { throw error(Words("one brace too many")) }
    return message
  }

  private mutating func read(depth: Int) throws(CarriersError) -> Message {
    guard depth <= Self.deepest else { throw error(Words("nested too deeply")) }
    var message = Message()
    while true {
      skipSpace()
      guard let next = current, next != UInt8(ascii: "}") else { return message }
      let name = word()
      guard !name.isEmpty else { throw error(Words("the name of a field is expected")) }
      skipSpace()
      let hasColon = take(":")
      skipSpace()
      if take("{") {
        message.messages[name, default: []].append(try read(depth: depth + 1))
        guard take("}") else { throw error(Words("a closing brace is missing")) }
      } else if hasColon {
        message.values[name, default: []].append(try value())
      } else {
        throw error(Words("a value is expected"))
      }
    }
  }

  private var current: UInt8? { offset < text.count ? text[offset] : nil }

  private mutating func skipSpace() {
    while let byte = current {
      if byte == UInt8(ascii: "#") {
        while let byte = current, byte != UInt8(ascii: "\n") { offset += 1 }
      } else if byte == UInt8(ascii: "\n") {
        line += 1
        offset += 1
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        offset += 1
      } else {
        return
      }
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func word() -> String {
    let start = offset
    while let byte = current, byte > 0x20, byte < 0x7F, !":{}#\"".utf8.contains(byte) {
      offset += 1
    }
    return String(decoding: text[start..<offset], as: UTF8.self)
  }

  private mutating func value() throws(CarriersError) -> String {
    guard take("\"") else {
      let number = word()
      guard !number.isEmpty else { throw error(Words("a value is expected")) }
      return number
    }
    var bytes: [UInt8] = []
    while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\n") {
      offset += 1
      bytes.append(byte == UInt8(ascii: "\\") ? try escaped() : byte)
    }
    guard take("\""), let string = String(validating: bytes, as: UTF8.self) else {
      throw error(Words("a text without its end, or with broken UTF-8"))
    }
    return string
  }

  /// The byte that an escape stands for: `\"`, `\n`, or three octal digits.
  private mutating func escaped() throws(CarriersError) -> UInt8 {
    guard let byte = current else {
      throw error(Words("a text without its end, or with broken UTF-8"))
    }
    let octal = text[offset...].prefix(3).prefix { (0x30...0x37).contains($0) }
    if !octal.isEmpty {
      offset += octal.count
      return UInt8(truncatingIfNeeded: octal.reduce(0) { $0 << 3 | Int($1 - 0x30) })
    }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "r"): return 0x0D
    default: return byte
    }
  }
}
