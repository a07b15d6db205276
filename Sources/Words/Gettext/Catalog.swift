import Synchronization

/// The translations of one language, by what they translate.
struct Catalog: Sendable {
  private let translations: [String: [String]]
  private let rule: PluralRule

  /// What a PO file translates; nothing where it can't be read. Tests read every file.
  init(_ file: [UInt8]) {
    let file = (try? POFile(parsing: file)) ?? POFile(messages: [])
    var translations: [String: [String]] = Dictionary(minimumCapacity: file.messages.count)
    for message in file.messages where message.isTranslated && !message.id.isEmpty {
      translations[Self.key(message.id, message.context)] = message.translations
    }
    self.translations = translations
    rule = (try? file.pluralRule) ?? .english
  }

  func translation(of id: String, context: String?) -> String? {
    translations[Self.key(id, context)]?.first
  }

  func translation(of id: String, count: Int) -> String? {
    translations[id]?.dropFirst(rule.form(for: count.magnitude)).first
  }

  /// As in the MO files of gettext.
  private static func key(_ id: String, _ context: String?) -> String {
    context.map { "\($0)\u{4}\(id)" } ?? id
  }
}

/// A catalog that is read when somebody first asks: most runs ask for none or one.
final class LazyCatalog: Sendable {
  private let file: @Sendable () -> [UInt8]
  private let catalog = Mutex<Catalog?>(nil)

  init(file: @escaping @Sendable () -> [UInt8]) { self.file = file }

  var value: Catalog {
    catalog.withLock { catalog in
      if let catalog { return catalog }
      let read = Catalog(file())
      catalog = read
      return read
    }
  }
}
