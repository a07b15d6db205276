import ArgumentParser

/// How a command ends, in the numbers of sysexits.h where it has one. `Docs/exit-codes.md` explains
/// them, and ``Problem/Code/statuses`` says which problem ends a command how.
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

  /// How a command ends that met these problems. What failed wins over what was read, and is named
  /// most precisely when it is all there is.
  ///
  /// - Parameter besideMuch: Whether the command has an answer all the same.
  init(_ problems: [Problem], besideMuch: Bool) {
    let statuses = problems.map(\.status).filter { $0 != .success }
    self =
      switch statuses.first {
      case nil: .success
      case _ where statuses.contains(.interrupted): .interrupted
      case _ where besideMuch: .failure
      case let first?: first
      }
  }

  /// Ends the command with this status, without another word.
  var exit: ExitCode { ExitCode(rawValue) }
}
