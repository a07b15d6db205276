import ArgumentParser
import Words

/// `--lang`, which every command takes: it is read before the commands are
/// (``Words/Language/ofThisRun``), and parsed here for its help and its mistakes.
struct LanguageOptions: ParsableArguments {
  static let name = "--lang"

  @Option(
    help: ArgumentHelp(
      Words("Speak this language, with any command: \(list). Without it, that of the locale.").text,
      valueName: "tag"))
  var lang: String?

  func validate() throws {
    guard let lang, Language(tag: lang) == nil else { return }
    throw ValidationError(
      Words("there is no language '\(lang)'; there are: \(Self.list)").text)
  }

  /// Every language, as `en (English)`.
  private static var list: String {
    Language.all.map { "\($0.tag) (\($0.name))" }.joined(separator: ", ")
  }
}
