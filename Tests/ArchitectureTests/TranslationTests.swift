import Foundation
import Testing

/// Every sentence is there in every language, and none that nobody says.
struct TranslationTests {
  private struct File: Decodable {
    let sentences: [String: String]
  }

  private static func sentences() throws -> Set<String> {
    var templates: Set<String> = []
    for file in try Repository.files(under: "Sources", ending: ".swift") {
      let scanner = SentenceScanner(try Repository.text(of: file))
      #expect(scanner.problems.isEmpty, "\(file): a sentence is a literal: \(scanner.problems)")
      templates.formUnion(scanner.templates)
    }
    return templates
  }

  @Test func noSentenceLacksATranslation() throws {
    let sentences = try Self.sentences()
    for path in try Repository.files(under: "Sources/Words/Languages", ending: ".json") {
      let file = try JSONDecoder().decode(File.self, from: Data(Repository.text(of: path).utf8))
      let known = Set(file.sentences.keys)
      let missing = sentences.subtracting(known).sorted()
      #expect(missing.isEmpty, "\(path) lacks \(missing.count): \(missing)")
      let unused = known.subtracting(sentences).sorted()
      #expect(unused.isEmpty, "\(path) has what nobody says: \(unused)")
      for (sentence, translation) in file.sentences {
        #expect(!translation.isEmpty, "\(path): \(sentence)")
        #expect(
          Self.arguments(sentence) == Self.arguments(translation), "\(path): \(sentence)")
      }
    }
  }

  @Test func everyLanguageFileIsShipped() throws {
    let language = try Repository.text(of: "Sources/Words/Language.swift")
    for path in try Repository.files(under: "Sources/Words/Languages", ending: ".json") {
      let name = URL(filePath: path).lastPathComponent.replacing(/[^A-Za-z0-9]/, with: "_")
      #expect(language.contains("PackageResources.\(name)"), "Language.shippedFiles lacks \(path)")
    }
  }

  @Test func sentencesAreLiteralsOfWords() throws {
    for file in try Repository.files(under: "Sources", ending: ".swift")
    where !file.hasPrefix("Sources/Words/") {
      let text = try Repository.text(of: file)
      #expect(!text.contains(/\bSentence\b/), "\(file): only Words make sentences")
    }
  }

  @Test func theScannerReadsWhatTheCompilerReads() {
    let source = #"""
      f(Words("plain")); Words("\(a) of \(g(")", b))")
      Words(n, one: "\(n) day", other: "\(n) days"); Words(verbatim: x)
      Words(
        """
        one \
        two \(Words("in \"side\""))
        three
        """)
      // Words("comment")
      """#
    let scanner = SentenceScanner(source)
    #expect(scanner.problems.isEmpty)
    #expect(
      scanner.templates == [
        "plain", "{1} of {2}", "{1} day", "{1} days", "one two {1}\nthree", "in \"side\"",
      ])
    #expect(SentenceScanner("Words(flag ? \"a\" : \"b\")").problems.count == 1)
  }

  private static func arguments(_ text: String) -> [Substring] {
    text.matches(of: /\{\d+\}/).map(\.output).sorted()
  }
}
