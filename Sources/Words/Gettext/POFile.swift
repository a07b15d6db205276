/// A file of translations as gettext, Poedit and Weblate write it (GNU gettext manual, "The Format of
/// PO Files"), in UTF-8. Obsolete messages (`#~`) are left out, and so are comments but for the flag
/// `fuzzy`.
package struct POFile: Sendable {
  /// The messages, in the order of the file; the one without an `id` is the header.
  package let messages: [POMessage]

  package init(messages: [POMessage]) { self.messages = messages }

  package init(parsing file: [UInt8]) throws(POError) {
    var reader = POReader()
    var number = 0
    for line in file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      try reader.read(line, number: number)
    }
    try reader.endMessage(at: number)
    messages = reader.messages
  }

  /// The value of a field of the header.
  package func header(_ name: String) -> Substring? {
    messages.first { $0.id.isEmpty && $0.context == nil }?.translations.first?
      .split(separator: "\n")
      .first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
      .map { $0.dropFirst(name.count + 1).drop { $0 == " " } }
  }

  /// Which form a number takes, as the header says.
  package var pluralRule: PluralRule {
    get throws(PluralRule.Problem) {
      guard let text = header("Plural-Forms") else { throw .isMissing }
      return try PluralRule(parsing: text)
    }
  }
}

/// A sentence and its translation.
package struct POMessage: Equatable, Sendable {
  /// Which of several meanings is meant (`msgctxt`).
  package var context: String?
  /// The English sentence (`msgid`); of two forms, the one for one thing.
  package var id: String
  /// The English sentence for other numbers (`msgid_plural`).
  package var plural: String?
  /// The translation, or its forms in the order of the language's rule; empty texts where there is
  /// none yet.
  package var translations: [String]
  /// Whether a tool guessed it, and no translator has looked at it yet.
  package var isFuzzy: Bool
  /// The line of its `msgid`, from 1.
  package var line: Int

  package init(
    context: String? = nil, id: String, plural: String? = nil, translations: [String],
    isFuzzy: Bool = false, line: Int
  ) {
    self.context = context
    self.id = id
    self.plural = plural
    self.translations = translations
    self.isFuzzy = isFuzzy
    self.line = line
  }

  /// Whether people can be shown it.
  package var isTranslated: Bool {
    !isFuzzy && !translations.isEmpty && translations.allSatisfy { !$0.isEmpty }
  }
}

/// Why a PO file can't be read.
package struct POError: Error, Equatable {
  package enum Reason: Sendable {
    case unknownKeyword, keywordOutOfPlace, textExpected, textWithoutEnd, unknownEscape, notUTF8
    case noTranslation
  }

  package let reason: Reason
  /// From 1.
  package let line: Int
}
