import Testing
@testable import Translations
import Words

struct TemplateTests {
  private typealias Sentence = SentenceScanner.Sentence

  @Test func theScannerReadsWhatTheCompilerReads() {
    let source = #"""
      f(Words("plain")); Words("\(a) of \(g(")", b))")
      Words(n, one: "\(n) day", other: "\(n) days"); Words(verbatim: x)
      Words(
        """
        one \
        two \(Words("in \"side\""))
        three — 三
        """)
      Words("data", context: "network"); Words(
        [a, b].count { $0 > 1 }, one: "x, y",
        other: "z")
      // Words("comment")
      """#
    let scanner = SentenceScanner(source)
    #expect(scanner.problems.isEmpty)
    #expect(
      scanner.sentences == [
        Sentence(id: "plain", arguments: []),
        Sentence(id: "{1} of {2}", arguments: ["a", #"g(")", b)"#]),
        Sentence(id: "{1} day", plural: "{1} days", arguments: ["n"]),
        Sentence(
          id: "one two {1}\nthree — 三", arguments: [#"Words("in \"side\"")"#]),
        Sentence(id: "in \"side\"", arguments: []),
        Sentence(context: "network", id: "data", arguments: []),
        Sentence(id: "x, y", plural: "z", arguments: []),
      ])
  }

  @Test(arguments: [
    #"Words(flag ? "a" : "b")"#, #"Words(text)"#, #"Words("a" + b)"#,
    #"Words("a", context: name)"#, #"Words(n, one: "\(n) day", other: many)"#,
    // A translation has the arguments of the one or of the other, and can't know of which.
    #"Words(n, one: "the day", other: "\(n) days")"#,
    #"Words(n, one: "\(a) \(n)", other: "\(n) \(a)")"#,
  ]) func whatIsNoSentenceIsAProblem(source: String) {
    #expect(SentenceScanner(source).problems == [source])
  }

  @Test func sentencesAreThereOnceWithAllTheirPlaces() {
    let template = Template(sources: [
      "a.swift": #"Words("\(x) is off"); Words("on", context: "radio")"#,
      "b.swift": #"Words("\(y.name) is off"); Words("on")"#,
    ])
    #expect(template.problems.isEmpty)
    #expect(
      template.pot.hasSuffix(
        """

        #. {1}: x; y.name
        #: a.swift
        #: b.swift
        #, python-brace-format
        msgid "{1} is off"
        msgstr ""

        #: a.swift
        msgctxt "radio"
        msgid "on"
        msgstr ""

        #: b.swift
        msgid "on"
        msgstr ""

        """))
  }

  @Test func pluralsAndQuotesAreWrittenAsGettextDoes() {
    let template = Template(sources: [
      "a.swift": #"Words(n, one: "\(n) \"day\"", other: "\(n) \"days\"\nor so")"#
    ])
    #expect(
      template.pot.hasSuffix(
        #"""
        msgid "{1} \"day\""
        msgid_plural "{1} \"days\"\nor so"
        msgstr[0] ""
        msgstr[1] ""

        """#))
  }

  @Test func whatIsEmptyOrAGuessIsMissing() throws {
    let template = Template(sources: [
      "a.swift": #"Words("a"); Words("a", context: "x"); Words("b"); Words("c"); Words("d")"#
    ])
    let file = try POFile(
      parsing: Array(
        """
        msgid "a"
        msgstr "A"
        msgid "b"
        msgstr ""
        #, fuzzy
        msgid "c"
        msgstr "C"
        """.utf8))
    let missing = template.missing(in: file)
    #expect(
      missing.map { [$0.context, $0.id] } == [["x", "a"], [nil, "b"], [nil, "c"], [nil, "d"]])
  }

  @Test func twoPluralsOfOneSentenceAreAProblem() {
    let template = Template(sources: [
      "a.swift": #"Words(n, one: "day", other: "days"); Words("day")"#
    ])
    #expect(template.problems.count == 1)
  }
}
