import ArgumentParser

/// How to print what an eUICC says.
struct FormatOptions: ParsableArguments {
  /// A form of output.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, lpac
  }

  @Option(help: "text, json, or lpac: the lines that lpac prints. See: Docs/lpac.md")
  var format: Format?

  @Flag(help: "Short for --format json.")
  var json = false

  func validate() throws {
    guard !json || format == nil || format == .json else {
      throw ValidationError("--json is short for --format json")
    }
  }

  /// The format chosen.
  var choice: Format { json ? .json : format ?? .text }
}
