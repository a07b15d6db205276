public import Renewal

extension StatementReader {
  /// A reader of the languages that come with the library. They are part of the program, so that it
  /// can be moved without them.
  public static func shipped() throws(DataFileError) -> StatementReader {
    StatementReader(patterns: try LanguagePatterns.shipped())
  }

  /// The files in `Languages/Data`: what all languages share, and one for each language.
  static let shippedFiles: [(name: String, text: [UInt8])] = [
    ("und.json", PackageResources.und_json),
    ("de.json", PackageResources.de_json),
    ("en.json", PackageResources.en_json),
    ("es.json", PackageResources.es_json),
    ("fr.json", PackageResources.fr_json),
    ("id.json", PackageResources.id_json),
    ("it.json", PackageResources.it_json),
    ("pl.json", PackageResources.pl_json),
    ("ru.json", PackageResources.ru_json),
    ("th.json", PackageResources.th_json),
    ("tr.json", PackageResources.tr_json),
    ("uk.json", PackageResources.uk_json),
    ("zh-Hans.json", PackageResources.zh_Hans_json),
    ("zh-Hant.json", PackageResources.zh_Hant_json),
  ]
}

extension LanguagePatterns {
  /// The languages that come with the library: what all of them share, and then each.
  public static func shipped() throws(DataFileError) -> [LanguagePatterns] {
    var patterns: [LanguagePatterns] = []
    for (name, text) in StatementReader.shippedFiles {
      patterns.append(try LanguagePatterns(reading: text, name: name))
    }
    return patterns
  }
}
