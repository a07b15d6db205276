/// Reads a PO file line by line.
struct POReader {
  private(set) var messages: [POMessage] = []

  private enum Field { case context, id, plural, translation }

  private var message = POMessage(id: "", translations: [], line: 0)
  /// Which fields the message has so far; the last one may go on in the next line.
  private var fields: [Field] = []
  private var text: [UInt8] = []
  private var isNextFuzzy = false
  private var line = 0

  mutating func read(_ line: ArraySlice<UInt8>, number: Int) throws(POError) {
    self.line = number
    let line = line.drop(while: isSpace)
    switch line.first {
    case nil: break
    case UInt8(ascii: "#"): try readComment(line.dropFirst())
    case UInt8(ascii: "\""):
      guard !fields.isEmpty else { throw error(.keywordOutOfPlace) }
      try readText(line)
    case .some:
      let keyword = line.prefix { !isSpace($0) && $0 != UInt8(ascii: "\"") }
      try begin(keyword)
      try readText(line.dropFirst(keyword.count).drop(while: isSpace))
    }
  }

  mutating func endMessage(at line: Int) throws(POError) {
    guard !fields.isEmpty else { return }
    self.line = line
    try endField()
    guard fields.last == .translation else { throw error(.noTranslation) }
    messages.append(message)
    fields = []
  }

  private mutating func readComment(_ comment: ArraySlice<UInt8>) throws(POError) {
    // A comment belongs to the message that follows it.
    if fields.last == .translation { try endMessage(at: line) }
    switch comment.first {
    case UInt8(ascii: ","):
      let flags = comment.dropFirst().split(separator: UInt8(ascii: ","))
      let isFuzzy = flags.contains {
        $0.drop(while: isSpace).prefix { !isSpace($0) }.elementsEqual("fuzzy".utf8)
      }
      isNextFuzzy = isNextFuzzy || isFuzzy
    // What stands before an obsolete message belongs to that.
    case UInt8(ascii: "~"): isNextFuzzy = false
    default: break
    }
  }

  private mutating func begin(_ keyword: ArraySlice<UInt8>) throws(POError) {
    let field = try field(keyword)
    if field == .context || field == .id, fields.last == .translation { try endMessage(at: line) }
    try endField()
    switch (fields.last, field) {
    case (nil, .context), (nil, .id), (.context, .id), (.id, .plural): break
    case (.id, .translation), (.plural, .translation), (.translation, .translation):
      let isIndexed = message.plural != nil
      let expected = isIndexed ? "msgstr[\(message.translations.count)]" : "msgstr"
      guard keyword.elementsEqual(expected.utf8), isIndexed || fields.last == .id
      else { throw error(.keywordOutOfPlace) }
    default: throw error(.keywordOutOfPlace)
    }
    if fields.isEmpty {
      message = POMessage(id: "", translations: [], isFuzzy: isNextFuzzy, line: line)
      isNextFuzzy = false
    }
    if field == .id { message.line = line }
    fields.append(field)
  }

  private func field(_ keyword: ArraySlice<UInt8>) throws(POError) -> Field {
    if keyword.elementsEqual("msgid".utf8) { return .id }
    if keyword.starts(with: "msgstr".utf8) { return .translation }
    if keyword.elementsEqual("msgctxt".utf8) { return .context }
    if keyword.elementsEqual("msgid_plural".utf8) { return .plural }
    throw error(.unknownKeyword)
  }

  private mutating func endField() throws(POError) {
    guard let field = fields.last else { return }
    guard let text = String(validating: text, as: UTF8.self) else { throw error(.notUTF8) }
    switch field {
    case .context: message.context = text
    case .id: message.id = text
    case .plural: message.plural = text
    case .translation: message.translations.append(text)
    }
    self.text.removeAll(keepingCapacity: true)
  }

  /// Adds what a line has in quotes to the text of the field.
  private mutating func readText(_ line: ArraySlice<UInt8>) throws(POError) {
    guard line.first == UInt8(ascii: "\"") else { throw error(.textExpected) }
    var rest = line.dropFirst()
    while true {
      let plain = rest.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
      text += plain
      rest = rest.dropFirst(plain.count)
      guard let mark = rest.popFirst() else { throw error(.textWithoutEnd) }
      if mark == UInt8(ascii: "\"") { break }
      guard let escaped = rest.popFirst() else { throw error(.textWithoutEnd) }
      text.append(try character(escaped))
    }
    guard rest.allSatisfy(isSpace) else { throw error(.textWithoutEnd) }
  }

  /// What an escape stands for. Nobody writes the octal and hexadecimal ones of C into a PO file.
  private func character(_ escape: UInt8) throws(POError) -> UInt8 {
    switch escape {
    case UInt8(ascii: "n"): UInt8(ascii: "\n")
    case UInt8(ascii: "t"): UInt8(ascii: "\t")
    case UInt8(ascii: "r"): UInt8(ascii: "\r")
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): escape
    default: throw error(.unknownEscape)
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private func error(_ reason: POError.Reason) -> POError { POError(reason: reason, line: line) }
}
