import ArgumentParser
import Glibc
import Words

/// What ArgumentParser prints, in the language of this run. Around our words it speaks English, and
/// it breaks lines by counting characters.
enum ParserText {
  /// Where the parser begins the explanation of an option.
  private static let textColumn = 26

  /// So wide that the parser leaves every line whole.
  static let columns = 100_000

  /// Says what the parser would say, and ends the command with its status.
  static func exit(_ text: String, _ status: ExitCode) -> Never {
    let isHelp = text.hasPrefix("OVERVIEW: ")
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = (all.last == "" ? all.dropLast() : all).flatMap(lines)
    if isHelp {
      StandardOutput.write(lines.map { $0 + "\n" }.joined())
    } else {
      StandardError.write(lines.joined(separator: "\n"))
    }
    Glibc.exit(status.rawValue)
  }

  /// A line of the parser's as lines of ours.
  static func lines(_ line: Substring) -> [String] {
    for (english, words) in [("USAGE: ", Words("USAGE: ")), ("Usage: ", Words("Usage: "))]
    where line.hasPrefix(english) {
      // An option stays in one line with its value.
      let command = line.dropFirst(english.count).replacing(" <", with: "\u{A0}<")
        .replacing(" ...", with: "\u{A0}...")
      return Terminal.wrapped(
        String(command), indent: Terminal.width(words.text), label: words.text
      )
      .map { $0.replacing("\u{A0}", with: " ") }
    }
    let margin = line.prefix { $0 == " " }.count
    let isRow =
      words(forPhrase: String(line.dropFirst(margin))) == nil && margin == 2
      && line.count > textColumn && line.prefix(textColumn).last == " "
    guard isRow else {
      let text = String(line.dropFirst(margin))
      // A mistake stays one line, as every message of the command's own.
      if text.hasPrefix("Error: ") { return [words(for: text).text] }
      return Terminal.wrapped(words(for: text).text, indent: line.isEmpty ? 0 : margin)
    }
    let label = line.prefix(textColumn).dropFirst(margin).split(separator: " ")
    return Terminal.wrapped(
      words(for: String(line.dropFirst(textColumn))).text, indent: textColumn,
      label: "  " + words(for: label.joined(separator: " ")).text)
  }

  /// What the parser says by itself, as words of ours; anything else as it is.
  static func words(for text: String) -> Words {
    if let words = words(forPhrase: text) ?? words(forMistake: text) { return words }
    if let match = text.wholeMatch(of: /(.*) \((values|default): ([^()]*)\)/) {
      let (before, list) = (match.1, String(match.3))
      guard match.2 == "values" else { return Words("\(before) (default: \(list))") }
      guard let parts = list.wholeMatch(of: /(.*); default: (.*)/) else {
        return Words("\(before) (values: \(list))")
      }
      return Words("\(before) (values: \(parts.1); default: \(parts.2))")
    }
    return Words(verbatim: text)
  }

  private static func words(forPhrase text: String) -> Words? {
    switch text {
    case "ARGUMENTS:": return Words("ARGUMENTS:")
    case "OPTIONS:": return Words("OPTIONS:")
    case "SUBCOMMANDS:": return Words("SUBCOMMANDS:")
    case "Show the version.": return Words("Show the version.")
    case "Show help information.": return Words("Show help information.")
    default: break
    }
    if let match = text.wholeMatch(of: /OVERVIEW: (.*)/) { return Words("OVERVIEW: \(match.1)") }
    if let match = text.wholeMatch(of: /(\S+) \(default\)/) { return Words("\(match.1) (default)") }
    if let match = text.wholeMatch(of: /See '(.*)' for detailed help\./) {
      return Words("See '\(match.1)' for detailed help.")
    }
    if let match = text.wholeMatch(of: /See '(.*)' for more information\./) {
      return Words("See '\(match.1)' for more information.")
    }
    return nil
  }

  private static func words(forMistake text: String) -> Words? {
    if let match = text.wholeMatch(of: /Error: (.*)/) {
      return Words("Error: \(words(for: String(match.1)))")
    }
    if let match = text.wholeMatch(of: /Help:  (.*)/) { return Words("Help: \(match.1)") }
    if let match = text.wholeMatch(of: /Unknown option '(.*)'\. Did you mean '(.*)'\?/) {
      return Words("Unknown option '\(match.1)'. Did you mean '\(match.2)'?")
    }
    if let match = text.wholeMatch(of: /Unknown option '(.*)'/) {
      return Words("Unknown option '\(match.1)'")
    }
    if let match = text.wholeMatch(of: /Missing value for '(.*)'/) {
      return Words("Missing value for '\(match.1)'")
    }
    if let match = text.wholeMatch(of: /Missing expected argument '(.*)'/) {
      return Words("Missing expected argument '\(match.1)'")
    }
    if let match = text.wholeMatch(of: /Unexpected argument '(.*)'/) {
      return Words("Unexpected argument '\(match.1)'")
    }
    if let match = text.wholeMatch(of: /(\d+) unexpected arguments: '(.*)'/) {
      return Words("\(match.1) unexpected arguments: '\(match.2)'")
    }
    if let match = text.wholeMatch(
      of: /The option '(.*)' does not take any value, but '(.*)' was specified\./)
    {
      return Words(
        "The option '\(match.1)' does not take any value, but '\(match.2)' was specified.")
    }
    if let match = text.wholeMatch(
      of: /The value '(.*)' is invalid for '(.*)'\. Please provide one of (.*)\./)
    {
      let values = match.3.replacing(" and ", with: ", ").replacing(" or ", with: ", ")
        .replacing("'", with: "")
      return Words("The value '\(match.1)' is invalid for '\(match.2)'; there are: \(values)")
    }
    if let match = text.wholeMatch(of: /The value '(.*?)' is invalid for '(.*?)': (.*)/) {
      return Words("The value '\(match.1)' is invalid for '\(match.2)': \(match.3)")
    }
    if let match = text.wholeMatch(of: /The value '(.*)' is invalid for '(.*)'/) {
      return Words("The value '\(match.1)' is invalid for '\(match.2)'")
    }
    return nil
  }
}
