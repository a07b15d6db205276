import Glibc

/// What a terminal can show, and what it must not be shown.
enum Terminal {
  /// Whether what is written to `descriptor` may be coloured: a terminal, and nobody said no
  /// (no-color.org).
  static func takesColour(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && (environment("NO_COLOR") ?? "").isEmpty
      && environment("TERM") != "dumb"
  }

  /// Columns that a text takes. What is composed, such as a flag, is as wide as its widest part.
  static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ printable.contains(UInt32($0)) }) { return text.utf8.count }
    return text.reduce(0) { $0 + ($1.unicodeScalars.map(width).max() ?? 0) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    default:
      scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// Blocks of wide characters (Unicode Standard Annex #11, East Asian Width W and F).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x20000...0x3FFFD,
  ]

  /// `text` without what could steer a terminal or mislead a reader: control characters, and the
  /// marks that turn the direction of writing. Each is shown as U+FFFD.
  static func clean(_ text: String) -> String {
    // Most texts are printable ASCII.
    if text.utf8.allSatisfy({ printable.contains(UInt32($0)) }) { return text }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      cleaned.append(isHarmless(scalar) ? scalar : "\u{FFFD}")
    }
    return String(cleaned)
  }

  /// Whether a character only shows itself.
  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return printable.contains(scalar.value) }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
    // The joiner that composes emoji is the one format character that people type.
    case .format: scalar == "\u{200D}"
    default: true
    }
  }

  /// Printable characters of ASCII.
  private static let printable: ClosedRange<UInt32> = 0x20...0x7E

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
