import Testing

@testable import Words

struct POFileTests {
  private static func parsed(_ text: String) throws -> [POMessage] {
    try POFile(parsing: Array(text.utf8)).messages
  }

  @Test func aMessageHasContextFormsAndFlags() throws {
    let messages = try Self.parsed(
      #"""
      msgid ""
      msgstr ""
      "Language: pl\n"
      "plural-forms:  nplurals=2; plural=n != 1;\n"

      # A translator's comment: msgid "no"
      #. {1}: days
      #: Sources/a.swift Sources/b.swift
      #, python-brace-format , fuzzy
      #| msgid "{1} day"
      msgctxt "time"
      msgid "{1} day left"
      msgid_plural "{1} days left"
      msgstr[0] "dzień"
      msgstr[1] "dni"
      msgid "next"
      msgstr "dalej"
      """#)
    #expect(messages.count == 3)
    #expect(
      messages.dropFirst() == [
        POMessage(
          context: "time", id: "{1} day left", plural: "{1} days left",
          translations: ["dzień", "dni"], isFuzzy: true, line: 12),
        POMessage(id: "next", translations: ["dalej"], line: 16),
      ])
    let file = POFile(messages: messages)
    #expect(file.header("Language") == "pl")
    #expect(file.header("Plural-Forms") == "nplurals=2; plural=n != 1;")
    #expect(file.header("X-Poedit") == nil)
  }

  @Test func textsGoOnInTheNextLine() throws {
    let messages = try Self.parsed(
      """
      msgid "" \r
        "a \\"b\\"\\t"\r
      "\\\\n\\n"\r
      msgstr"C"  \r
      \t"\\r{1} 三"\r
      """)
    #expect(messages == [POMessage(id: "a \"b\"\t\\n\n", translations: ["C\r{1} 三"], line: 1)])
  }

  @Test func whatIsObsoleteIsNotThere() throws {
    let messages = try Self.parsed(
      """
      msgid "a"
      msgstr "b"

      #, fuzzy
      #~ msgid "old"
      #~ msgstr ""
      #~ "long"
      #~| msgid "older"

      #,fuzzy
      #~ msgctxt "x"

      msgid "c"
      msgstr ""
      #, fuzzy
      """)
    #expect(messages.map(\.id) == ["a", "c"])
    #expect(messages.map(\.isTranslated) == [true, false])
    #expect(messages.allSatisfy { !$0.isFuzzy })
  }

  @Test func aFormThatIsMissingIsNoTranslation() throws {
    let messages = try Self.parsed(
      """
      msgid "a"
      msgid_plural "b"
      msgstr[0] "c"
      msgstr[1] ""
      """)
    #expect(messages.map(\.isTranslated) == [false])
  }

  @Test func anEmptyFileHasNoMessages() throws {
    for text in ["", "\n\n", "# comment", "#", "\r\n"] { #expect(try Self.parsed(text).isEmpty) }
  }

  @Test(
    arguments: [
      ("msgid \"a\"\nmsgstr \"b\n", .textWithoutEnd, 2), ("msgid \"a\\", .textWithoutEnd, 1),
      ("msgid \"a\" b\nmsgstr \"\"", .textWithoutEnd, 1), ("msgid a\n", .textExpected, 1),
      ("msgid\n\"a\"\n", .textExpected, 1), ("msgid \"\\x41\"", .unknownEscape, 1),
      ("msgid \"\\101\"", .unknownEscape, 1), ("\"a\"", .keywordOutOfPlace, 1),
      ("msgstr \"a\"", .keywordOutOfPlace, 1), ("msgid_plural \"a\"", .keywordOutOfPlace, 1),
      ("msgid \"a\"\nmsgid \"b\"", .keywordOutOfPlace, 2),
      ("msgid \"a\"\nmsgctxt \"b\"", .keywordOutOfPlace, 2),
      ("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"", .keywordOutOfPlace, 3),
      ("msgid \"a\"\nmsgstr[0] \"b\"", .keywordOutOfPlace, 2),
      ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"b\"", .keywordOutOfPlace, 3),
      ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"b\"", .keywordOutOfPlace, 3),
      ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"b\"\nmsgstr[0] \"b\"", .keywordOutOfPlace, 4),
      ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"b\"\nmsgstr[2] \"b\"", .keywordOutOfPlace, 4),
      ("msgid \"a\"", .noTranslation, 1), ("msgctxt \"a\"\n\n", .noTranslation, 3),
      ("msgid \"a\"\nmsgid_plural \"b\"\n", .noTranslation, 3),
      ("domain \"x\"", .unknownKeyword, 1), ("msgidx \"a\"", .unknownKeyword, 1),
      ("\u{FEFF}msgid \"a\"", .unknownKeyword, 1), ("msgstring \"a\"", .keywordOutOfPlace, 1),
    ] as [(String, POError.Reason, Int)])
  func whatIsNoPOFileIsRefused(text: String, reason: POError.Reason, line: Int) {
    #expect(throws: POError(reason: reason, line: line)) { try Self.parsed(text) }
  }

  @Test func textsAreUTF8() {
    let bytes = Array("msgid \"".utf8) + [0xFF] + Array("\"\nmsgstr \"\"".utf8)
    #expect(throws: POError(reason: .notUTF8, line: 2)) { try POFile(parsing: bytes) }
  }

  @Test func aCatalogHasWhatIsTranslated() {
    let catalog = Catalog(
      Array(
        #"""
        msgid ""
        msgstr "Plural-Forms: nplurals=3; plural=n==1 ? 0 : n<5 ? 1 : 2\n"
        msgid "a"
        msgstr "A"
        msgctxt "x"
        msgid "a"
        msgstr "B"
        #, fuzzy
        msgid "b"
        msgstr "no"
        msgid "c"
        msgid_plural "d"
        msgstr[0] "0"
        msgstr[1] "1"
        msgstr[2] "2"
        msgid "e"
        msgid_plural "f"
        msgstr[0] "only one"
        """#.utf8))
    #expect(catalog.translation(of: "a", context: nil) == "A")
    #expect(catalog.translation(of: "a", context: "x") == "B")
    #expect(catalog.translation(of: "a", context: "y") == nil)
    #expect(catalog.translation(of: "b", context: nil) == nil)
    #expect(catalog.translation(of: "", context: nil) == nil)
    #expect([1, 4, 5, -1].map { catalog.translation(of: "c", count: $0) } == ["0", "1", "2", "0"])
    #expect(catalog.translation(of: "e", count: 5) == nil)
  }

  @Test func aFileThatCannotBeReadTranslatesNothing() {
    let catalog = Catalog(Array("msgid \"a\"\nmsgstr \"b\"\nmsgid".utf8))
    #expect(catalog.translation(of: "a", context: nil) == nil)
  }
}
