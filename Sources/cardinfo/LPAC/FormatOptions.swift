import ArgumentParser
import Words

/// How to print what an eUICC says.
struct FormatOptions: ParsableArguments {
  /// A form of output.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, lpac
  }

  @Option(
    help: ArgumentHelp(Words("text, json, or lpac: the lines that lpac prints. See: Docs/lpac.md")))
  var format: Format?

  @Flag(help: ArgumentHelp(Words("Short for --format json.")))
  var json = false

  func validate() throws {
    guard !json || format == nil || format == .json else {
      throw ValidationError(Words("--json is short for --format json"))
    }
  }

  /// The format chosen.
  var choice: Format { json ? .json : format ?? .text }
}
