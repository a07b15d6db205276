import FoundationEssentials

/// A language that the tool speaks: English, and one for each file in `Languages/`.
public struct Language: Sendable {
  /// Its tag of BCP 47, such as `zh-Hans`.
  public let tag: String
  /// Its own name for itself.
  public let name: String
  private let locales: Set<String>
  private let sentences: [String: String]

  /// The language that the sentences are written in.
  public static let english = Language(
    tag: "en", name: "English", locales: ["en", "C", "POSIX"], sentences: [:])

  /// Every language, English first.
  public static let all = [english] + shippedFiles.compactMap(Language.init)

  /// The language of a tag, as `--lang` takes it.
  public init?(tag: String) {
    guard let language = Self.all.first(where: { $0.tag.lowercased() == tag.lowercased() })
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

  /// The translation of a template, or the template.
  subscript(template: String) -> String { sentences[template] ?? template }

  private init(tag: String, name: String, locales: Set<String>, sentences: [String: String]) {
    self.tag = tag
    self.name = name
    self.locales = locales
    self.sentences = sentences
  }
}

extension Language {
  /// The files in `Languages/`. They are part of the program, so that it can be moved without them.
  static let shippedFiles: [[UInt8]] = [PackageResources.zh_Hans_json]

  /// What a file of a language holds.
  private struct File: Decodable {
    let tag: String
    let name: String
    let locales: Set<String>
    let sentences: [String: String]
  }

  /// Nil for a file that can't be read; a test reads every one.
  private init?(file: [UInt8]) {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(file)) else { return nil }
    self.init(tag: file.tag, name: file.name, locales: file.locales, sentences: file.sentences)
  }
}
