import CardState

/// Texts with places, such as `{title}`, for values.
struct PlacedText {
  let values: [String: JSONValue]

  /// The text with its places filled in; nil where one of them has no value.
  ///
  /// - Parameter written: how a value is written there.
  func filled(_ text: String, _ written: (String) -> String = { $0 }) -> String? {
    var filled = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "{") {
      filled += rest[..<start]
      let behind = rest[rest.index(after: start)...]
      guard let end = behind.firstIndex(of: "}"),
        behind[..<end].allSatisfy({ $0.isASCII && $0.isLetter }), !behind[..<end].isEmpty
      else {
        filled += "{"
        rest = behind
        continue
      }
      guard let value = values[String(behind[..<end])] else { return nil }
      filled += written(value.plainText)
      rest = behind[behind.index(after: end)...]
    }
    return filled + rest
  }

  /// A value with the places of its texts filled in; a text that is a place alone becomes the value itself,
  /// and a member without one is left out.
  func filled(_ value: JSONValue) -> JSONValue? {
    switch value {
    case .string(let text):
      if text.first == "{", text.last == "}",
        let value = values[String(text.dropFirst().dropLast())]
      {
        return value
      }
      return filled(text).map { .string($0) }
    case .array(let elements): return .array(elements.compactMap { filled($0) })
    case .object(let members): return .object(members.compactMapValues { filled($0) })
    case .integer, .number, .boolean, .null: return value
    }
  }

  /// A text in an address (RFC 3986 §2.3): all but unreserved characters as bytes.
  static func inAddress(_ text: String) -> String {
    let plain = Set("-._~".utf8)
    return text.utf8.map { byte in
      let isPlain =
        plain.contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain
        ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
  }
}

extension JSONValue {
  fileprivate var plainText: String {
    switch self {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .boolean(let value): "\(value)"
    case .array, .object, .null: ""
    }
  }
}
