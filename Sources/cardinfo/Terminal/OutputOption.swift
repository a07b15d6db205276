import ArgumentParser
import Words

/// Where an answer goes that can be a file.
struct OutputOption: ParsableArguments {
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      Words("The file to write, readable by you alone (default: standard output)."),
      valueName: "file"),
    completion: .file())
  var output: String?

  /// The file; nil for standard output, which - names, too.
  var file: String? { output == "-" ? nil : output }
}
