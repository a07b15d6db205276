import ArgumentParser
import CardState
import Ledger

/// How a command ends, in the numbers of sysexits.h where it has one. `Docs/exit-codes.md` explains
/// them.
enum ExitStatus: Int32 {
  /// All that was asked for was done.
  case success = 0
  /// Something failed, perhaps beside much that did not.
  case failure = 1
  /// The command was not understood (EX_USAGE).
  case usage = 64
  /// The input given is not what it should be (EX_DATAERR).
  case badInput = 65
  /// There is no card, or no such reader (EX_NOINPUT).
  case noCard = 66
  /// There is no reader, or no PC/SC service (EX_UNAVAILABLE).
  case unavailable = 69
  /// The result can't be written (EX_CANTCREAT).
  case cannotWrite = 73
  /// Another program is using the card: try again (EX_TEMPFAIL).
  case tryAgain = 75
  /// This user may not use the readers (EX_NOPERM).
  case noPermission = 77
  /// Stopped by Ctrl-C.
  case interrupted = 130

  /// How a run with these failures ends. What failed wins over what was read, and is named most
  /// precisely when it is all there is.
  init(_ document: CardStateDocument) {
    guard let first = document.errors.first else {
      self = .success
      return
    }
    let codes = Set(document.errors.map(\.code))
    if codes.contains("interrupted") {
      self = .interrupted
    } else if !document.cards.isEmpty {
      self = .failure
    } else {
      self = ExitStatus(first)
    }
  }

  /// How a run ends in which this is all that happened.
  init(_ failure: ReadFailure) { self = Self.byCode[failure.code] ?? .failure }

  /// How a run ends that the ledger stopped.
  init(_ error: LedgerError) { self = Self.byCode[error.code.rawValue] ?? .failure }

  private static let byCode: [String: ExitStatus] = [
    "interrupted": .interrupted,
    "card.absent": .noCard,
    "reader.unknown": .noCard,
    "reader.none": .unavailable,
    "pcsc.notRunning": .unavailable,
    "pcsc.accessDenied": .noPermission,
    "card.inUse": .tryAgain,
    "card.reset": .tryAgain,
    "change.unconfirmed": .usage,
    "euicc.ambiguous": .usage,
    "profile.unknown": .badInput,
    "profile.ambiguous": .badInput,
    "profile.enabled": .badInput,
    "notification.unknown": .badInput,
    "ledger.unknownLine": .badInput,
    "ledger.ambiguousLine": .badInput,
    "ledger.duplicateLine": .badInput,
    "ledger.unknownEvent": .badInput,
    "ledger.refusedImport": .badInput,
    "ledger.damaged": .badInput,
    "ledger.newerSchema": .badInput,
    "ledger.readOnly": .cannotWrite,
    "ledger.full": .cannotWrite,
    "ledger.locked": .tryAgain,
    "ledger.permissions": .noPermission,
  ]

  /// Ends the command with this status, without another word.
  var exit: ExitCode { ExitCode(rawValue) }
}
