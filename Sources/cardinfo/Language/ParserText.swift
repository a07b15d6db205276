import ArgumentParser
import Glibc
import Words

/// What ArgumentParser prints, in the language of this run. Around our words it speaks English, and
/// it breaks lines by counting characters.
enum ParserText {
  /// Where the parser begins the explanation of an option.
  private static let textColumn = 26

  /// Ends the command `root` as the parser would.
  static func exit(_ error: any Error, of root: (some ParsableCommand).Type) -> Never {
    // So wide that the parser leaves every line whole.
    var text = root.fullMessage(for: error, columns: 100_000)
    let status = root.exitCode(for: error)
    let isHelp = text.hasPrefix("OVERVIEW: ")
    if !isHelp { text = withoutIdentifiers(text) }
    // Completion scripts, the version and the like are for programs.
    guard isHelp || status != .success && !text.isEmpty else { root.exit(withError: error) }
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = (all.last == "" ? all.dropLast() : all).flatMap(lines)
    if isHelp {
      StandardOutput.write(lines.map { $0 + "\n" }.joined())
    } else {
      StandardError.write(lines.joined(separator: "\n"))
    }
    Glibc.exit(status.rawValue)
  }

  /// The parser's message of a mistake, without codes and numbers that were given in the wrong place.
  static func withoutIdentifiers(_ message: String) -> String {
    message.split(separator: "'", omittingEmptySubsequences: false).enumerated().map {
      index, text in
      let isGiven = !index.isMultiple(of: 2)
      return isGiven && (text.contains("$") || text.count(where: \.isNumber) > 5) ? "…" : text
    }.joined(separator: "'")
  }

  /// A line of the parser's as lines of ours.
  static func lines(_ line: Substring) -> [String] {
    for (english, words) in [("USAGE: ", Words("USAGE: ")), ("Usage: ", Words("Usage: "))]
    where line.hasPrefix(english) {
      // An option stays in one line with its value.
      let command = line.dropFirst(english.count).split(at: " <").joined(separator: "\u{A0}<")[...]
        .split(at: " ...").joined(separator: "\u{A0}...")
      return Terminal.wrapped(command, indent: Terminal.width(words.text), label: words.text)
        .map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) }
    }
    let margin = line.prefix { $0 == " " }.count
    let text = String(line.dropFirst(margin))
    let phrase = ParserPhrase.words(for: text)
    let isRow =
      phrase == nil && margin == 2 && line.count > textColumn
      && line.prefix(textColumn).last == " "
    guard isRow else {
      // A mistake stays one line, as every message of the command's own.
      if text.hasPrefix("Error: ") { return [words(for: text).text] }
      return Terminal.wrapped(
        (phrase ?? words(for: text)).text, indent: line.isEmpty ? 0 : margin)
    }
    let label = line.prefix(textColumn).dropFirst(margin).split(separator: " ")
    return Terminal.wrapped(
      words(for: String(line.dropFirst(textColumn))).text, indent: textColumn,
      label: "  " + words(for: label.joined(separator: " ")).text)
  }

  /// What the parser says by itself, as words of ours; anything else as it is.
  static func words(for text: String) -> Words {
    if text.hasPrefix("Error: ") {
      return Words("Error: \(words(for: String(text.dropFirst("Error: ".count))))")
    }
    return ParserPhrase.words(for: text) ?? withValues(text) ?? Words(verbatim: text)
  }

  /// An explanation that the parser has added an option's values or default to.
  private static func withValues(_ text: String) -> Words? {
    guard text.hasSuffix(")"), let start = text.lastIndex(of: "(") else { return nil }
    let (before, list) = (text[..<start], text[start...].dropFirst().dropLast())
    guard before.hasSuffix(" "), !list.contains(")") else { return nil }
    let explanation = before.dropLast()
    if list.hasPrefix("default: ") {
      return Words("\(explanation) (default: \(list.dropFirst("default: ".count)))")
    }
    guard list.hasPrefix("values: ") else { return nil }
    let parts = list.dropFirst("values: ".count).split(at: "; default: ")
    guard let last = parts.last, parts.count > 1 else {
      return Words("\(explanation) (values: \(parts.joined()))")
    }
    let values = parts.dropLast().joined(separator: "; default: ")
    return Words("\(explanation) (values: \(values); default: \(last))")
  }
}
