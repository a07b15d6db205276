import Words

/// The language that a person chose for good, in a file of theirs: also what runs from a timer speaks it,
/// which may have another locale than they have.
struct KeptLanguage {
  /// What the file says; nil for a tag that names no language.
  let language: Language?

  /// The file, which holds a tag such as `zh-Hans`.
  static var path: String { "\(XDG.config)/language" }

  /// What is kept; nil where nothing is, or where it can't be read.
  static func read() -> KeptLanguage? {
    guard let bytes = try? InputFile.contents(of: path, atMost: 256) else { return nil }
    let tag = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
    return KeptLanguage(language: Language(tag: tag))
  }

  /// Keeps a language.
  static func keep(_ language: Language) throws {
    try PrivateDirectory.make(XDG.config)
    try PrivateFile.replace(path, with: Array((language.tag + "\n").utf8))
  }
}
