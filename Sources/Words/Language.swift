import CLanguages

/// A language that the tool speaks: English, and one for each file in `po/`.
public struct Language: Sendable {
  /// Its tag of BCP 47, such as `zh-Hans`.
  public let tag: String
  /// Its own name for itself.
  public let name: String
  /// Whether every sentence is translated when a version is released. English stands in for those
  /// that a language lacks.
  public let isComplete: Bool
  private let locales: [String]
  private let catalog: LazyCatalog?

  /// The language that the sentences are written in.
  public static let english = Language(tag: "en", name: "English", locales: ["en", "C", "POSIX"])

  /// Every language, English first. The files are part of the program, so that it can be moved
  /// without them.
  public static let all = [
    english,
    Language(
      tag: "zh-Hans", name: "简体中文", locales: ["zh", "zh_CN", "zh_SG", "zh_MY", "zh_Hans"],
      file: language_file_zh_Hans),
    Language(
      tag: "pl", name: "polski", isComplete: false, locales: ["pl"], file: language_file_pl),
  ]

  /// The language of a tag, as `--lang` takes it; that of a locale does as well.
  public init?(tag: String) {
    guard
      let language = Self.all.first(where: { $0.tag.lowercased() == tag.lowercased() })
        ?? Self(translatedLocale: tag.replacing("-", with: "_"))
    else { return nil }
    self = language
  }

  /// The language of a POSIX locale such as `zh_CN.UTF-8`; English for one that nobody translated.
  public init(locale: String) { self = Self(translatedLocale: locale) ?? .english }

  /// The language of a POSIX locale such as `zh_CN.UTF-8`; nil for one that nobody translated.
  public init?(translatedLocale locale: String) {
    let name = String(locale.prefix { $0 != "." && $0 != "@" })
    let language = String(name.prefix { $0 != "_" })
    guard
      let match = Self.all.first(where: { $0.locales.contains(name) })
        ?? Self.all.first(where: { $0.locales.contains(language) })
    else { return nil }
    self = match
  }

  private init(
    tag: String, name: String, isComplete: Bool = true, locales: [String],
    file: @escaping @Sendable () -> language_file
  ) {
    self.tag = tag
    self.name = name
    self.isComplete = isComplete
    self.locales = locales
    catalog = LazyCatalog {
      let file = file()
      return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
  }

  /// A language that needs no translations.
  private init(tag: String, name: String, locales: [String]) {
    self.tag = tag
    self.name = name
    self.locales = locales
    isComplete = true
    catalog = nil
  }

  /// The translation of a sentence; nil without one.
  func translation(of id: String, context: String?) -> String? {
    catalog?.value.translation(of: id, context: context)
  }

  /// The translation of a sentence about a number of things; nil without one.
  func translation(of id: String, count: Int) -> String? {
    catalog?.value.translation(of: id, count: count)
  }
}
