import Foundation
import Testing
@testable import Translations
@testable import Words

/// What is translated is right. What isn't yet stops nobody: English stands in for it, and
/// `make release-check` asks for it.
struct TranslationTests {
  private static let template = Result { try Template(root: Repository.root) }

  private static func file(_ language: String) throws -> POFile {
    let url = Repository.root.appending(path: "po/\(language).po")
    return try POFile(parsing: Array(Data(contentsOf: url)))
  }

  private static let languages = Language.all.map(\.tag).filter { $0 != "en" }

  @Test func sentencesAreLiterals() throws {
    let problems = try Self.template.get().problems
    #expect(problems.isEmpty, "no literals, or one's arguments differ from other's: \(problems)")
  }

  @Test func everyFileIsALanguage() throws {
    let files = try Repository.files(under: "po", ending: ".po")
    #expect(files == Self.languages.map { "po/\($0).po" }.sorted())
    let sources = try Repository.text(of: "Sources/CLanguages/languages.c")
    for file in files { #expect(sources.contains("#embed \"../../\(file)\""), "\(file)") }
  }

  @Test(arguments: languages) func theHeaderSaysWhichLanguageItIs(tag: String) throws {
    let file = try Self.file(tag)
    #expect(file.header("Language") == tag.replacing("-", with: "_")[...])
    #expect(file.header("Content-Type") == "text/plain; charset=UTF-8")
    let rule = try file.pluralRule
    #expect((0...1_000).allSatisfy { rule.hasForm(for: $0) }, "\(tag)")
    let used = Set((0...1_000).map { rule.form(for: $0) })
    #expect(used == Set(0..<rule.count), "\(tag): a form that no number takes")
  }

  @Test(arguments: languages) func everyMessageIsASentence(tag: String) throws {
    let sentences = Dictionary(
      uniqueKeysWithValues: try Self.template.get().entries.map {
        ([$0.sentence.context, $0.sentence.id], $0.sentence)
      })
    var seen: Set<[String?]> = []
    for message in try Self.file(tag).messages where !message.id.isEmpty {
      let place = "po/\(tag).po:\(message.line)"
      #expect(seen.insert([message.context, message.id]).inserted, "\(place): it is there twice")
      let sentence = sentences[[message.context, message.id]]
      #expect(
        sentence != nil && sentence?.plural == message.plural,
        "\(place): nobody says it, or with another plural; make po: \(message.id)")
    }
  }

  @Test(arguments: languages) func translationsSpeakOfTheSame(tag: String) throws {
    let file = try Self.file(tag)
    let rule = try file.pluralRule
    for message in file.messages where message.isTranslated && !message.id.isEmpty {
      let place = "po/\(tag).po:\(message.line): \(message.id)"
      let arguments = Self.arguments(message.id)
      guard message.plural != nil else {
        #expect(message.translations.map(Self.arguments) == [arguments], "\(place)")
        continue
      }
      #expect(message.translations.count == rule.count, "\(place)")
      for (index, form) in message.translations.enumerated() {
        // A form for one number alone may leave it out: "one line", "both lines".
        let isForOneNumber = (0...1_000).count { rule.form(for: $0) == index } == 1
        let named = Self.arguments(form)
        #expect(
          named == arguments || isForOneNumber && Set(named).isSubset(of: arguments), "\(place)")
      }
    }
  }

  @Test func sentencesAreMadeByWords() throws {
    for file in try Repository.files(under: "Sources", ending: ".swift")
    where !file.hasPrefix("Sources/Words/") {
      let text = try Repository.text(of: file)
      #expect(!text.contains(/\bSentence\b/), "\(file): only Words make sentences")
    }
  }

  private static func arguments(_ text: String) -> [Substring] {
    text.matches(of: /\{\d+\}/).map(\.output).sorted()
  }
}
