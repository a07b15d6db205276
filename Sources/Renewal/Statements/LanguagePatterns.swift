/// How one language writes of money, terms and success. `Carriers` reads them from files.
public struct LanguagePatterns: Sendable {
  /// The language, as BCP 47 names it; `und` for what all languages share.
  public let language: String
  /// What it writes between whole and parts.
  package var decimal = Decimal.point
  /// The calendars that its texts may use beside the Gregorian one.
  package var calendars: [Calendar] = []
  /// What people call the columns of a table of lines, by the columns' names, and its row of sums.
  package var columns: [String: [String]] = [:]
  /// Words and phrases by what they stand for.
  package var words: [Concept: [String]] = [:]
  /// Names of the months, January first.
  package var months: [[String]] = []
  /// Names of the days of the week, Monday first.
  package var weekdays: [[String]] = []
  /// Signs and words of money, each with the currencies that it can mean.
  package var currencies: [String: [Currency]] = [:]
  /// Units of data.
  package var data: [DataVolume.Unit: [String]] = [:]
  /// Words behind a figure that multiply it.
  package var multipliers: [Multiplier] = []
  /// Abbreviations whose point ends no sentence.
  package var abbreviations: [String] = []
  /// Frequent words of languages that are not read, by their tags.
  package var unread: [String: [String]] = [:]

  /// What a language writes between whole and parts.
  package enum Decimal: String, Vocabulary { case point, comma }

  /// A calendar whose years are other ones.
  public enum Calendar: String, Vocabulary {
    /// Thailand's: 543 years ahead.
    case buddhist
    /// Taiwan's: 1911 years behind.
    case republic
  }

  package struct Multiplier: Decodable, Sendable {
    let word: String
    let times: Int

    private enum CodingKeys: String, CodingKey, CaseIterable { case word, times }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.members(CodingKeys.self)
      word = try container.decode(String.self, forKey: .word)
      times = try container.number(.times, in: 2...1_000_000, of: "times")
    }
  }

  /// A language of which nothing but its tag is known.
  package init(language: String) { self.language = language }
}
