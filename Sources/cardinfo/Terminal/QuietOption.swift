import ArgumentParser
import Words

/// `--quiet`, which every command takes: what is neither a result nor a mistake nor a question is not said.
struct QuietOption: ParsableArguments {
  static let name = "--quiet"

  @Flag(
    help: ArgumentHelp(
      Words("With any command: no notes, offers and progress, only results and mistakes.")))
  var quiet = false

  /// Whether this run was asked to be quiet. What is said may be said before the arguments are parsed.
  static let isGiven = CommandLine.arguments.prefix { $0 != "--" }.contains(name)
}
