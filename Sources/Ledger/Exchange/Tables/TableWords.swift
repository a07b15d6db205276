import FoundationEssentials
import Renewal

/// The words of tables: what columns, sums, months and currencies are called in the languages that
/// are read.
struct TableWords: Sendable {
  private var columns: [String: Meaning] = [:]
  private var totals: Set<String> = []
  /// The months that a word can mean.
  private(set) var months: [String: Set<Int>] = [:]
  private(set) var weekdays: Set<String> = []
  private var units: [String: (unit: Period.Unit, times: Int)] = [:]
  private var currencies: [String: Set<Currency>] = [:]

  init(_ languages: [LanguagePatterns]) {
    for language in languages {
      for (column, words) in language.columns {
        for word in words.map(Self.folded) {
          if column == Self.total {
            totals.insert(word)
          } else {
            columns[word, default: Meaning(column: column)].languages.insert(language.language)
          }
        }
      }
      for (index, words) in language.months.enumerated() {
        for word in words { months[Self.folded(word), default: []].insert(index + 1) }
      }
      weekdays.formUnion(language.weekdays.joined().map(Self.folded))
      for (concept, unit, times) in Self.units {
        for word in language.words[concept] ?? [] { units[Self.folded(word)] = (unit, times) }
      }
      for (sign, meant) in language.currencies {
        currencies[Self.sign(sign), default: []].formUnion(meant)
      }
    }
  }

  private static let units: [(Concept, Period.Unit, Int)] = [
    (.hour, .hour, 1), (.day, .day, 1), (.week, .day, 7), (.month, .month, 1), (.year, .year, 1),
  ]

  /// The key of the words for a row of sums, among those for columns.
  static let total = "total"

  /// A word as it is compared: in lower case, without accents, blanks and signs.
  static func folded(_ text: some StringProtocol) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in FoldedText.folded(String(text)) {
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .control, .format, .lineSeparator, .paragraphSeparator,
        .dashPunctuation, .connectorPunctuation, .openPunctuation, .closePunctuation,
        .otherPunctuation, .initialPunctuation, .finalPunctuation, .modifierSymbol:
        continue
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }

  private static func sign(_ text: some StringProtocol) -> String {
    String(
      String.UnicodeScalarView(FoldedText.folded(String(text)).filter { $0 != " " && $0 != "." }))
  }

  /// A column, and the languages in which a word names it.
  struct Meaning: Sendable {
    let column: String
    var languages: Set<String> = []
  }

  /// The column that a header names.
  func column(_ header: String) -> Meaning? {
    if let found = columns[Self.folded(header)] { return found }
    // Balance (GBP), 周期（天）
    if let bracket = header.firstIndex(where: { "([（【".contains($0) }),
      let found = columns[Self.folded(header[..<bracket])]
    {
      return found
    }
    // 号码 / Number
    let parts = header.split { "/|".contains($0) || $0.isNewline }.compactMap {
      columns[Self.folded($0)]
    }
    guard parts.count > 1, Set(parts.map(\.column)).count == 1 else { return nil }
    return parts.first
  }

  /// Whether a cell is what stands before sums: "Total", "合计：", "Summe 12".
  func isTotal(_ cell: String) -> Bool {
    let word = Self.folded(cell)
    return totals.contains(word)
      || totals.contains(word.filter { !$0.isNumber && !"张條条个個行笔".contains($0) })
  }

  /// The unit of a term.
  func unit(_ word: some StringProtocol) -> (unit: Period.Unit, times: Int)? {
    let short: [String: Period.Unit] = ["h": .hour, "d": .day, "m": .month, "y": .year]
    let word = Self.folded(word)
    return short[word].map { ($0, 1) } ?? units[word]
      ?? (word.hasPrefix("个") || word.hasPrefix("個") ? units[String(word.dropFirst())] : nil)
  }

  /// What a sign or word of money can mean; empty where it means none.
  func currencies(_ text: String, ofMainland isOfMainland: Bool) -> Set<Currency> {
    let sign = Self.sign(text)
    let found = currencies[sign] ?? []
    // In a table whose columns have names of the mainland these are its own.
    if isOfMainland, ["元", "¥"].contains(sign),
      let yuan = found.first(where: { $0.rawValue == "CNY" })
    {
      return [yuan]
    }
    if !found.isEmpty { return found }
    return Currency(rawValue: sign.uppercased()).map { [$0] } ?? []
  }
}
