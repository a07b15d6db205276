import Foundation
import Words

/// Every sentence of the sources, once each.
struct Template {
  struct Entry: Equatable {
    var sentence: SentenceScanner.Sentence
    /// The files that say it.
    var files: [String]
    /// What `{1}`, `{2}` and so on stand for, in each place that says something else.
    var arguments: [[String]]
  }

  private(set) var entries: [Entry] = []
  /// What is no sentence, by file.
  private(set) var problems: [String] = []

  /// Reads the sources of the package at `root`, in the order of their paths.
  init(root: URL) throws {
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: "Sources").path())
    for path in paths.sorted() where path.hasSuffix(".swift") && !path.hasPrefix("Words/") {
      let file = "Sources/\(path)"
      add(
        SentenceScanner(try String(contentsOf: root.appending(path: file), encoding: .utf8)), file)
    }
  }

  /// The sentences of sources, by path.
  init(sources: KeyValuePairs<String, String>) {
    for (path, text) in sources { add(SentenceScanner(text), path) }
  }

  private var places: [Key: Int] = [:]

  /// What gettext tells messages apart by.
  private struct Key: Hashable {
    var context: String?
    var id: String
  }

  private mutating func add(_ scanner: SentenceScanner, _ file: String) {
    problems += scanner.problems.map { "\(file): \($0)" }
    for sentence in scanner.sentences {
      let key = Key(context: sentence.context, id: sentence.id)
      guard let place = places[key] else {
        places[key] = entries.count
        entries.append(Entry(sentence: sentence, files: [file], arguments: [sentence.arguments]))
        continue
      }
      if entries[place].sentence.plural != sentence.plural {
        problems.append("\(file): '\(sentence.id)' has another plural elsewhere")
      }
      if !entries[place].files.contains(file) { entries[place].files.append(file) }
      if !entries[place].arguments.contains(sentence.arguments) {
        entries[place].arguments.append(sentence.arguments)
      }
    }
  }

  /// The sentences that a file has no translation of, or only a guess.
  func missing(in file: POFile) -> [SentenceScanner.Sentence] {
    let known = Set(
      file.messages.filter(\.isTranslated).map { Key(context: $0.context, id: $0.id) })
    return entries.map(\.sentence).filter { !known.contains(Key(context: $0.context, id: $0.id)) }
  }

  /// The file from which translators' tools make and update their own. It has no time of its making,
  /// which would change each file whenever somebody runs `make po`; its references have no lines,
  /// which would change with each line above.
  var pot: String {
    let header = """
      msgid ""
      msgstr ""
      "Project-Id-Version: cardinfo\\n"
      "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"
      "Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"
      "Language-Team: LANGUAGE\\n"
      "Language: \\n"
      "MIME-Version: 1.0\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Content-Transfer-Encoding: 8bit\\n"
      "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"

      """
    return ([header] + entries.map(\.pot)).joined(separator: "\n")
  }
}

extension Template.Entry {
  fileprivate var pot: String {
    let (sentence, isPlural) = (sentence, sentence.plural != nil)
    var lines: [String] = []
    for number in sentence.arguments.indices {
      let all = arguments.compactMap { $0.dropFirst(number).first }.filter { $0.count <= 60 }
      let distinct = all.enumerated().filter { !all.prefix($0.offset).contains($0.element) }
      guard !distinct.isEmpty else { continue }
      lines.append("#. {\(number + 1)}: \(distinct.map(\.element).joined(separator: "; "))")
    }
    lines += files.map { "#: \($0)" }
    // How tools know that {1} is to be kept.
    if !sentence.arguments.isEmpty { lines.append("#, python-brace-format") }
    if let context = sentence.context { lines.append("msgctxt \(quoted(context))") }
    lines.append("msgid \(quoted(sentence.id))")
    if let plural = sentence.plural { lines.append("msgid_plural \(quoted(plural))") }
    lines += isPlural ? ["msgstr[0] \"\"", "msgstr[1] \"\""] : ["msgstr \"\""]
    return lines.joined(separator: "\n") + "\n"
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
