public import Renewal

extension StatementReader {
  /// A reader of the languages that come with the library.
  public static func shipped() throws(DataFileError) -> StatementReader {
    StatementReader(patterns: try LanguagePatterns.shipped())
  }
}

extension LanguagePatterns {
  /// The languages that come with the library: what all of them share, and then each.
  public static func shipped() throws(DataFileError) -> [LanguagePatterns] {
    var patterns: [LanguagePatterns] = []
    for file in ShippedFile.languages {
      patterns.append(try LanguagePatterns(reading: file.text, name: file.name))
    }
    return patterns
  }
}
