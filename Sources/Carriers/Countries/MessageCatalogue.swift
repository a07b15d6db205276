/// The translations of a GNU gettext catalogue (`.mo`), in either byte order.
struct MessageCatalogue: Sendable {
  private let messages: [String: String]

  /// Takes a catalogue apart; nil for anything else.
  init?(_ bytes: [UInt8]) {
    guard let magic = Self.number(at: 0, in: bytes, swapped: false) else { return nil }
    guard magic == 0x9504_12DE || magic == 0xDE12_0495 else { return nil }
    let swapped = magic == 0xDE12_0495
    func number(at offset: Int) -> Int? { Self.number(at: offset, in: bytes, swapped: swapped) }
    guard let count = number(at: 8), let originals = number(at: 12),
      let translations = number(at: 16), count <= bytes.count / 16
    else { return nil }
    func text(_ entry: Int) -> String? {
      guard let length = number(at: entry), let offset = number(at: entry + 4),
        offset <= bytes.count, length <= bytes.count - offset
      else { return nil }
      return String(validating: bytes[offset..<offset + length], as: UTF8.self)
    }
    var messages: [String: String] = [:]
    for index in 0..<count {
      guard let original = text(originals + 8 * index), let other = text(translations + 8 * index)
      else { return nil }
      messages[original] = other
    }
    self.messages = messages
  }

  /// The translation of a text; nil where there is none.
  subscript(text: String) -> String? { messages[text].flatMap { $0.isEmpty ? nil : $0 } }

  private static func number(at offset: Int, in bytes: [UInt8], swapped: Bool) -> Int? {
    guard offset >= 0, offset <= bytes.count - 4 else { return nil }
    let four = bytes[offset..<offset + 4]
    return (swapped ? Array(four) : four.reversed()).reduce(0) { $0 << 8 | Int($1) }
  }
}
