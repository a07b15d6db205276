import Words

/// A part of a page: literals, which are markup, and what stands in them, which is escaped.
///
/// ```swift
/// let item: HTML = "<li class=\"line\">\(name) <a href=\"\(address)\">\(words)</a></li>"
/// ```
///
/// There is no other way to make one: a literal is a `StaticString`, which nothing that a person or a
/// card wrote can be. In a tag, something may only stand between double quotes, and in `href` and `action`
/// only an ``Address``; a debug build, which tests are, holds each literal to that.
struct HTML: ExpressibleByStringInterpolation {
  private(set) var bytes: [UInt8] = []

  /// Nothing.
  init() {}

  init(stringLiteral markup: StaticString) {
    markup.withUTF8Buffer { bytes = Array($0) }
  }

  init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

  /// Parts one behind the other.
  init(_ parts: some Sequence<HTML>) {
    for part in parts { bytes += part.bytes }
  }

  /// Puts a part behind this one.
  mutating func add(_ part: HTML) { bytes += part.bytes }

  /// Whether there is nothing.
  var isEmpty: Bool { bytes.isEmpty }

  /// Takes a literal apart.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []
    private var place = Place()

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ markup: StaticString) {
      markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
      assert(markup.withUTF8Buffer { place.read($0) })
    }

    /// A text, from wherever it comes.
    mutating func appendInterpolation(_ text: String) {
      assert(place.takesText)
      HTML.escape(text, into: &bytes)
    }

    /// What is said in the language of the run.
    mutating func appendInterpolation(_ words: Words) { appendInterpolation(words.text) }

    mutating func appendInterpolation(_ number: Int) {
      assert(place.takesNumber)
      bytes.append(contentsOf: String(number).utf8)
    }

    mutating func appendInterpolation(_ address: Address) {
      assert(place.takesAddress)
      HTML.escape(address.text, into: &bytes)
    }

    mutating func appendInterpolation(_ part: HTML?) {
      assert(place.takesMarkup)
      if let part { bytes.append(contentsOf: part.bytes) }
    }

    mutating func appendInterpolation(_ parts: [HTML]) {
      assert(place.takesMarkup)
      for part in parts { bytes.append(contentsOf: part.bytes) }
    }
  }
}

extension HTML {
  /// Text as it may stand between tags and between quotes. What steers or hides writing is shown as
  /// U+FFFD, as on a terminal.
  private static func escape(_ text: String, into bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes.append(contentsOf: "&amp;".utf8)
      case "<": bytes.append(contentsOf: "&lt;".utf8)
      case ">": bytes.append(contentsOf: "&gt;".utf8)
      case "\"": bytes.append(contentsOf: "&quot;".utf8)
      case "'": bytes.append(contentsOf: "&#39;".utf8)
      case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      default:
        bytes.append(contentsOf: (Terminal.isHarmless(scalar) ? scalar : "\u{FFFD}").utf8)
      }
    }
  }
}

/// Where in markup something would stand.
private struct Place {
  private var isInTag = false
  private var isInQuotes = false
  /// The end of what was read: as much of it as tells an attribute.
  private var end: [UInt8] = []

  /// Reads on; says nothing, so that only a debug build pays for it.
  mutating func read(_ markup: some Sequence<UInt8>) -> Bool {
    for byte in markup {
      switch byte {
      case UInt8(ascii: "\"") where isInTag: isInQuotes.toggle()
      case UInt8(ascii: "<") where !isInTag: isInTag = true
      case UInt8(ascii: ">") where isInTag && !isInQuotes: isInTag = false
      default: break
      }
      end.append(byte)
    }
    end.removeFirst(max(0, end.count - 12))
    return true
  }

  var takesMarkup: Bool { !isInTag }
  var takesNumber: Bool { !isInTag || isInQuotes }
  var takesAddress: Bool {
    isInQuotes && (ends(with: " href=\"") || ends(with: " action=\""))
  }
  var takesText: Bool {
    // An address or a style could do something.
    takesNumber
      && !(isInTag
        && ["href=\"", "action=\"", "src=\"", "style=\"", ":", ";"].contains(where: ends))
  }

  private func ends(with text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      end.count >= text.count && zip(end.suffix(text.count), text).allSatisfy { $0 == $1 }
    }
  }
}

/// Where a link leads: to a place of the page, to a page, or to a phone's calls and messages. Anything
/// else, such as a script, is none.
struct Address {
  let text: String

  private init(unchecked text: String) { self.text = text }

  /// An address of a scheme that only opens something.
  init?(_ text: String) {
    let scheme = text.prefix { $0 != ":" }.lowercased()
    guard ["https", "http", "tel", "sms"].contains(scheme) else { return nil }
    self.text = text
  }

  /// The place of a line on its page.
  static func line(_ number: Int) -> Address { Address(unchecked: "#line-\(number)") }

  /// A page of the same server, with an argument for it.
  static func page(_ path: StaticString, _ name: StaticString? = nil, _ value: String = "")
    -> Address
  {
    guard let name else { return Address(unchecked: "\(path)") }
    let plain = value.utf8.map { byte -> String in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return Address(unchecked: "\(path)?\(name)=\(plain.joined())")
  }
}
