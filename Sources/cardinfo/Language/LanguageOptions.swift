import ArgumentParser
import Words

/// `--lang`, which every command takes: it is read before the commands are
/// (``Words/Language/ofThisRun``), and parsed here for its help and its mistakes.
struct LanguageOptions: ParsableArguments {
  static let name = "--lang"

  @Option(
    help: ArgumentHelp(
      Words("Answer in this language, with any command: \(tags). Without it, the locale's."),
      valueName: "tag"),
    completion: .list(Language.all.map(\.tag)))
  var lang: String?

  func validate() throws {
    guard let lang, Language(tag: lang) == nil else { return }
    throw ValidationError(Words("there is no language '\(lang)'; there are: \(Self.names)"))
  }

  /// The arguments with `--lang` and `--quiet` before all others. The parser stops to look for it at a value that is the
  /// name of a command whose words are its own, such as that of `--format lpac`.
  static func first(in arguments: [String]) -> [String] {
    var own: [String] = []
    var others: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        others += [argument] + rest
        break
      } else if argument == name, let tag = rest.popFirst() {
        own += [argument, tag]
      } else if argument.hasPrefix("\(name)=") || argument == QuietOption.name {
        own.append(argument)
      } else {
        others.append(argument)
      }
    }
    return others.first == "lpac" ? arguments : own + others
  }

  /// Arguments without those that ``first(in:)`` puts before all others.
  static func without(_ ordered: [String]) -> [String] {
    var rest = ordered[...]
    while let argument = rest.first {
      if argument == name {
        rest = rest.dropFirst(2)
      } else if argument.hasPrefix("\(name)=") || argument == QuietOption.name {
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return Array(rest)
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
