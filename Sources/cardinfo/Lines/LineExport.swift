import ArgumentParser
import FoundationEssentials
import Ledger
import Words

/// `cardinfo line export`.
struct LineExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Words("Write all lines and what happened to them, as JSON or CSV."))

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      Words("The file to write, readable by you alone (default: standard output)."),
      valueName: "file"))
  var output: String?

  @OptionGroup var exchange: ExchangeOptions
  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let ledger = try ledger.open()
    let format = exchange.format(of: output ?? "")
    do {
      guard let output, output != "-" else {
        return try ledger.export(as: format, generatedAt: Date()) {
          StandardOutput.write(Array($0))
        }
      }
      try PrivateFile.replace(output) { write in
        // The closure does not outlive the call; the ledger can't promise that.
        try withoutActuallyEscaping(write) { write in
          try ledger.export(as: format, generatedAt: Date()) { try write(Array($0)) }
        }
      }
    } catch let error as LedgerError {
      throw error.reported
    } catch let error as SystemFailure {
      StandardError.report(
        error.message, hint: Words("name a file in a directory that you may write"))
      throw ExitStatus.cannotWrite.exit
    }
  }
}
