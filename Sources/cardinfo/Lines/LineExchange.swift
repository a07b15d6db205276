import ArgumentParser
import FoundationEssentials
import Ledger
import Words

/// The form of a file of lines.
struct ExchangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words("csv or json (default: by the file's name, else json)."),
      valueName: "format"),
    transform: Self.parse)
  var format: ExchangeFormat?

  @OptionGroup var answer: AnswerOptions

  /// The form of a file: the one asked for, or that of its name.
  func format(of file: String) -> ExchangeFormat {
    if let format { return format }
    let name = file.lowercased()
    return ["csv", "tsv", "txt"].contains { name.hasSuffix(".\($0)") } ? .csv : .json
  }

  private static func parse(_ text: String) throws -> ExchangeFormat {
    guard let format = ExchangeFormat(rawValue: text.lowercased()) else {
      throw ValidationError(Words("--format is csv or json"))
    }
    return format
  }
}

/// `cardinfo line export`.
struct LineExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Words("Write all lines and what happened to them, as JSON or CSV."))

  @OptionGroup var output: OutputOption

  @OptionGroup var exchange: ExchangeOptions
  @OptionGroup var ledger: LedgerOptions

  func validate() throws {
    guard !exchange.answer.json || exchange.format != .csv || output.file != nil else {
      throw ValidationError(Words("--json and --format csv exclude each other on standard output"))
    }
  }

  func run() throws {
    let ledger = try ledger.open()
    let format = exchange.format(of: output.output ?? "")
    guard let file = output.file else {
      do {
        return try ledger.export(as: format, generatedAt: Date()) {
          StandardOutput.write(Array($0))
        }
      } catch let error as LedgerError {
        // A part of the document is written: no other one follows it.
        return try Problem.end([error.problem])
      }
    }
    try PrivateFile.replace(file) { write in
      // The closure does not outlive the call; the ledger can't promise that.
      try withoutActuallyEscaping(write) { write in
        try ledger.export(as: format, generatedAt: Date()) { try write(Array($0)) }
      }
    }
    if exchange.answer.json { try Document(.answer, NoContent()).write() }
  }
}
