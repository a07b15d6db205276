import FoundationEssentials
import Words

/// One list of the system's iso-codes, with its translations.
struct ISOCodes: Sendable {
  private let names: [String: String]
  private let catalogues: [String: MessageCatalogue]

  /// Reads `iso_….json` and its catalogues as far as they are there; what can't be read has no names.
  init(_ list: String, codes: String, translations: String) {
    names = Self.names(in: "\(codes)/iso_\(list).json", list: list)
    var catalogues: [String: MessageCatalogue] = [:]
    for (tag, folder) in names.isEmpty ? [:] : Self.folders {
      let path = "\(translations)/\(folder)/LC_MESSAGES/iso_\(list).mo"
      catalogues[tag] = (try? SmallFile.read(path, atMost: 4 << 20)).flatMap(MessageCatalogue.init)
    }
    self.catalogues = catalogues
  }

  /// The name of a code; nil where the list or the translation lacks it.
  func name(of code: String, in language: Language) -> String? {
    guard let name = names[code] else { return nil }
    return language.tag == Language.english.tag ? name : catalogues[language.tag]?[name]
  }

  /// The locale in which the system keeps each language.
  private static let folders = ["zh-Hans": "zh_CN"]

  private struct Entry: Decodable {
    let alpha_2: String?
    let alpha_3: String
    let name: String
    let common_name: String?
  }

  private static func names(in path: String, list: String) -> [String: String] {
    guard let text = try? SmallFile.read(path, atMost: 4 << 20),
      let lists = try? JSONDecoder().decode([String: [Entry]].self, from: Data(text))
    else { return [:] }
    return Dictionary(
      (lists[list] ?? []).map { ($0.alpha_2 ?? $0.alpha_3, $0.common_name ?? $0.name) },
      uniquingKeysWith: { first, _ in first })
  }
}
