import FoundationEssentials
import Synchronization
import Words

/// One list of the system's iso-codes, with its translations. What is asked for is read when it is first
/// asked for: most runs ask for one country's name.
final class ISOCodes: Sendable {
  private let list: String
  private let codes: String
  private let translations: String
  private let read = Mutex(Read())

  private struct Read {
    /// The entries, as they are written; nil where they were not asked for.
    var entries: [[UInt8]]?
    var names: [String: String?] = [:]
    var catalogues: [String: MessageCatalogue?] = [:]
  }

  /// A list as far as it is there; what can't be read has no names.
  ///
  /// - Parameters:
  ///   - list: its number, such as `3166-1`.
  ///   - codes: the folder with `iso_….json`.
  ///   - translations: the folder of the catalogues.
  init(_ list: String, codes: String, translations: String) {
    self.list = list
    self.codes = codes
    self.translations = translations
  }

  /// The name of a code; nil where the list or the translation lacks it.
  func name(of code: String, in language: Language) -> String? {
    read.withLock { read in
      guard let name = name(of: code, &read) else { return nil }
      return language.tag == Language.english.tag ? name : catalogue(of: language, &read)?[name]
    }
  }

  private func name(of code: String, _ read: inout Read) -> String? {
    if let known = read.names[code] { return known }
    let entries = read.entries ?? entries()
    read.entries = entries
    let quoted = "\"\(code)\""
    let name = entries.lazy
      .filter { entry in entry.withUnsafeBufferPointer { JSONText(bytes: $0).holds(quoted) } }
      .compactMap { try? JSONDecoder().decode(Entry.self, from: Data($0)) }
      .first { $0.code == code }?.shortName
    read.names[code] = .some(name)
    return name
  }

  /// The system's locale for each language.
  private static let folders = ["zh-Hans": "zh_CN"]

  private func catalogue(of language: Language, _ read: inout Read) -> MessageCatalogue? {
    if let known = read.catalogues[language.tag] { return known }
    let catalogue = Self.folders[language.tag].flatMap { folder in
      let path = "\(translations)/\(folder)/LC_MESSAGES/iso_\(list).mo"
      return (try? SmallFile.read(path, atMost: 4 << 20)).flatMap(MessageCatalogue.init)
    }
    read.catalogues[language.tag] = .some(catalogue)
    return catalogue
  }

  private struct Entry: Decodable {
    let alpha_2: String?
    let alpha_3: String
    let name: String
    let common_name: String?

    var code: String { alpha_2 ?? alpha_3 }
    var shortName: String { common_name ?? name }
  }

  private func entries() -> [[UInt8]] {
    let text = (try? SmallFile.read("\(codes)/iso_\(list).json", atMost: 4 << 20)) ?? []
    return text.withUnsafeBufferPointer { bytes in
      JSONPieces(JSONText(bytes: bytes), lists: [list])?.pieces.map { Array($0.bytes) } ?? []
    }
  }
}
