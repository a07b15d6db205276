/// Text of a cell that a spreadsheet would take for a formula, as a text with an apostrophe before it.
///
/// A name or a note may come from a card or a carrier, and `=HYPERLINK(…)` in it would do something where
/// the table is opened. Reading takes back what writing did, and nothing else.
enum FormulaGuard {
  /// What is written.
  static func written(_ text: String) -> String { isGuarded(text[...]) ? "'" + text : text }

  /// What was meant by what is read.
  static func read(_ text: String) -> String {
    guard text.first == "'", isGuarded(text.dropFirst()) else { return text }
    return String(text.dropFirst())
  }

  /// Whether it begins like a formula, also behind apostrophes: one that is there is then told from one
  /// that was put there.
  private static func isGuarded(_ text: Substring) -> Bool {
    guard let first = text.drop(while: { $0 == "'" }).unicodeScalars.first else { return false }
    return "=+-@\t\r".unicodeScalars.contains(first)
  }
}
