import ArgumentParser
import Words

/// `--lang`, which every command takes: it is read before the commands are
/// (``Words/Language/ofThisRun``), and parsed here for its help and its mistakes.
struct LanguageOptions: ParsableArguments {
  static let name = "--lang"

  @Option(
    help: ArgumentHelp(
      Words("Answer in this language, with any command: \(tags). Without it, the locale's."),
      valueName: "tag"))
  var lang: String?

  func validate() throws {
    guard let lang, Language(tag: lang) == nil else { return }
    throw ValidationError(Words("there is no language '\(lang)'; there are: \(Self.names)"))
  }

  /// Every language, as `en`. Its own name for itself is more than some manual readers can show.
  private static var tags: Words {
    .listed(
      Language.all.map {
        $0.isComplete ? Words(verbatim: $0.tag) : Words("\($0.tag) (partly translated)")
      })
  }

  /// Every language, as `en (English)`.
  private static var names: Words {
    .listed(
      Language.all.map {
        $0.isComplete
          ? Words(verbatim: "\($0.tag) (\($0.name))")
          : Words("\($0.tag) (\($0.name), partly translated)")
      })
  }
}
