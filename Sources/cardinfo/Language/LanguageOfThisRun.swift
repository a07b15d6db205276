import Glibc
import Words

extension Language {
  /// The language that this run speaks. It is found before the arguments are parsed, since what the
  /// parser says of them is in that language, too.
  static let ofThisRun = Language(
    arguments: CommandLine.arguments, kept: KeptLanguage.read()?.language
  ) { name in
    getenv(name).map { String(cString: $0) }
  }

  /// The language that `--lang` asks for, else the one that the person keeps, else that of the locale, else
  /// English. A tag that names no language is refused where the arguments are parsed.
  ///
  /// Of the environment's variables the first that is set decides (POSIX, Base Definitions 8.2); a
  /// list in LANGUAGE goes before them, except in the C locale (gettext).
  init(
    arguments: [String], kept: @autoclosure () -> Language? = nil, environment: (String) -> String?
  ) {
    if let language = Self.tag(in: arguments).flatMap(Language.init(tag:)) ?? kept() {
      self = language
      return
    }
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
    let list = environment("LANGUAGE")?.split(separator: ":").map(String.init) ?? []
    let isPlain = ["", "C", "POSIX"].contains(locale.prefix { $0 != "." })
    self =
      isPlain
      ? .english
      : list.lazy.compactMap(Language.init(translatedLocale:)).first ?? Language(locale: locale)
  }

  /// The tag that `--lang` gives.
  static func tag(in arguments: [String]) -> String? {
    let arguments = arguments.prefix { $0 != "--" }
    for (argument, next) in zip(arguments, arguments.dropFirst() + [""]).reversed() {
      if argument == LanguageOptions.name { return next }
      if argument.hasPrefix(LanguageOptions.name + "=") {
        return String(argument.dropFirst(LanguageOptions.name.count + 1))
      }
    }
    return nil
  }
}

extension Words {
  /// The text in the language of this run.
  var text: String { text(in: .ofThisRun) }
}

extension Words {
  /// What is there of `parts`, one after the other; nil when nothing is.
  static func list(_ parts: [Words?]) -> Words? {
    let parts = parts.compactMap { $0 }
    return parts.isEmpty ? nil : listed(parts)
  }
}
