import Words

extension Words {
  /// The text in the language of this run.
  var text: String { text(in: .ofThisRun) }
}

extension Language {
  /// The language of this run.
  static let ofThisRun = Language.english
}
