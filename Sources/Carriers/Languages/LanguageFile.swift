import FoundationEssentials
public import Renewal

/// A language's file, as `Docs/schema/languages.schema.json` describes it.
extension LanguagePatterns {
  /// What every such file carries in `schema`.
  public static let schemaName = "cardinfo.language"
  /// The version of the format that this library reads, major and minor.
  public static let schemaVersion = "1.0"

  /// Reads a file, or says what is wrong in it and where.
  ///
  /// - Parameters:
  ///   - text: what stands in the file, UTF-8.
  ///   - name: the file's name, for messages.
  public init(reading text: some Collection<UInt8>, name: String) throws(DataFileError) {
    var reading = try DataFileReading(text, name: name)
    let document = try reading.decode(LanguageDocument.self)
    for flaw in document.flaws() { reading.add(flaw.message, at: flaw.path) }
    if let error = reading.error { throw error }
    self.init(language: document.language)
    decimal = document.decimal
    calendars = document.calendars
    columns = document.columns
    words = document.words
    months = document.months
    weekdays = document.weekdays
    currencies = document.currencies
    data = document.data
    multipliers = document.multipliers
    abbreviations = document.abbreviations
    unread = document.unread
  }
}

/// The outer form of a language's file.
private struct LanguageDocument: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case schemaReference = "$schema"
    case schema, schemaVersion, language, decimal, calendars, columns, words, months, weekdays
    case currencies, data, multipliers, abbreviations, unread
  }

  let language: String
  let decimal: LanguagePatterns.Decimal
  let calendars: [LanguagePatterns.Calendar]
  let columns: [String: [String]]
  let words: [Concept: [String]]
  let months: [[String]]
  let weekdays: [[String]]
  let currencies: [String: [Currency]]
  let data: [DataVolume.Unit: [String]]
  let multipliers: [LanguagePatterns.Multiplier]
  let abbreviations: [String]
  let unread: [String: [String]]

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    try container.expect(LanguagePatterns.schemaName, at: .schema) { _ in "not a language's file" }
    try container.expect(LanguagePatterns.schemaVersion, at: .schemaVersion) {
      "version \($0) is not read here"
    }
    language = try container.decode(String.self, forKey: .language)
    decimal =
      try container.decodeIfPresent(LanguagePatterns.Decimal.self, forKey: .decimal) ?? .point
    calendars =
      try container.decodeIfPresent([LanguagePatterns.Calendar].self, forKey: .calendars) ?? []
    columns = try container.decodeIfPresent([String: [String]].self, forKey: .columns) ?? [:]
    words = try container.vocabulary(.words)
    months = try container.decodeIfPresent([[String]].self, forKey: .months) ?? []
    weekdays = try container.decodeIfPresent([[String]].self, forKey: .weekdays) ?? []
    currencies =
      try container.decodeIfPresent([String: [Currency]].self, forKey: .currencies) ?? [:]
    data = try container.vocabulary(.data)
    multipliers =
      try container.decodeIfPresent([LanguagePatterns.Multiplier].self, forKey: .multipliers) ?? []
    abbreviations = try container.decodeIfPresent([String].self, forKey: .abbreviations) ?? []
    unread = try container.decodeIfPresent([String: [String]].self, forKey: .unread) ?? [:]
  }

  func flaws() -> [DataFlaw] {
    var flaws: [DataFlaw] = []
    for (member, list, count) in [("months", months, 12), ("weekdays", weekdays, 7)]
    where !list.isEmpty && list.count != count {
      flaws.append(.at(member, "\(list.count) are given; allowed: \(count), or leave it out"))
    }
    for (concept, phrases) in words {
      for (index, phrase) in phrases.enumerated() where !Self.isPhrase(phrase) {
        flaws.append(
          DataFlaw(
            path: [.member("words"), .member(concept.rawValue), .element(index)],
            message: "\"\(phrase)\" is no phrase; allowed: 1 to \(Self.longest) characters, with * "
              + "in front or behind for the rest of a word"))
      }
    }
    return flaws
  }

  static let longest = 60

  private static func isPhrase(_ phrase: String) -> Bool {
    var core = phrase[...]
    if core.first == "*" { core = core.dropFirst() }
    if core.last == "*" { core = core.dropLast() }
    return !core.isEmpty && core.count <= longest && !core.contains("*")
      && core.first != " " && core.last != " "
  }
}

extension KeyedDecodingContainer {
  /// Lists of phrases by words of a vocabulary; an unknown word is a flaw at its place.
  fileprivate func vocabulary<Word: Vocabulary>(_ key: Key) throws -> [Word: [String]] {
    guard contains(key) else { return [:] }
    let members = try nestedContainer(keyedBy: PhraseKey.self, forKey: key)
    var lists: [Word: [String]] = [:]
    for member in members.allKeys {
      guard let word = Word(rawValue: member.stringValue) else {
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: members.codingPath + [member],
            debugDescription: "unknown member \"\(member.stringValue)\"; allowed: \(Word.allWords)")
        )
      }
      lists[word] = try members.decode([String].self, forKey: member)
    }
    return lists
  }
}

/// A member's name as it stands in the text.
private struct PhraseKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue _: Int) { nil }
}
