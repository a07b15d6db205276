import ArgumentParser
import Ledger
import Words

/// The form of a file of lines.
struct ExchangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words("csv or json (default: what the file's name ends with, else json)."),
      valueName: "format"),
    transform: Self.parse)
  var format: ExchangeFormat?

  /// The form of a file: the one asked for, or that of its name.
  func format(of file: String) -> ExchangeFormat {
    format ?? ExchangeFormat.allCases.first { file.lowercased().hasSuffix(".\($0.rawValue)") }
      ?? .json
  }

  private static func parse(_ text: String) throws -> ExchangeFormat {
    guard let format = ExchangeFormat(rawValue: text.lowercased()) else {
      throw ValidationError(Words("--format is csv or json"))
    }
    return format
  }
}
