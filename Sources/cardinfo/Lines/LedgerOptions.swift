import ArgumentParser
import Carriers
import FoundationEssentials
import Glibc
import Ledger
import Renewal
import Words

/// Where the ledger is: shared by the commands that use it.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Words("The ledger's directory (default: cardinfo in the XDG data directory)."),
      valueName: "directory"))
  var ledger: String?

  /// The directory it is in, or would be.
  var directory: String {
    ledger ?? XDG.data
  }

  /// Opens the ledger, and makes it where there is none. Ends the command where that fails.
  func openToAdd() throws -> Ledger {
    try reportingLedgerErrors { () throws(LedgerError) in try openOrMake() }
  }

  /// Opens the ledger. Ends the command where there is none, or where that fails.
  func open() throws -> Ledger {
    guard let ledger = try reportingLedgerErrors({ () throws(LedgerError) in try openIfThere() })
    else {
      StandardError.report(
        Words("no line is tracked yet"),
        hint: Words("to track one: cardinfo line add --name NAME"))
      throw ExitStatus.badInput.exit
    }
    return ledger
  }

  /// The ledger, made where there is none.
  func openOrMake() throws(LedgerError) -> Ledger {
    try Ledger(directory: directory, judging: Judging.now())
  }

  /// The ledger, if there is one.
  func openIfThere() throws(LedgerError) -> Ledger? {
    let file = "\(directory)/\(Ledger.fileName)"
    guard access(file, F_OK) == 0 else { return nil }
    return try openOrMake()
  }
}

extension Judging {
  /// By the shipped rules and the person's own, in the person's zone, at the present moment.
  static func now() -> Judging {
    Judging(
      rules: CarrierFiles.rules, zone: .current, edition: Version.current, now: { Date() },
      reading: { CardReading(known: $0) },
      hints: { CarrierFiles.known.book.hints(for: $0, on: $1) })
  }
}

/// Does something with the ledger; says what went wrong with it and ends the command.
func reportingLedgerErrors<Value>(
  _ body: () throws(LedgerError) -> Value
) throws -> Value {
  do throws(LedgerError) {
    return try body()
  } catch {
    throw error.reported
  }
}

extension LedgerError {
  /// Says on standard error what happened, and gives the status to end the command with.
  var reported: ExitCode {
    StandardError.report(message, hint: hint)
    return ExitStatus(self).exit
  }
}
