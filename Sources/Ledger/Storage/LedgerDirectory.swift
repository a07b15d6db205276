import Glibc
import Words

/// The directory and the file of a ledger: for their owner alone.
struct LedgerDirectory {
  let path: String
  var file: String { "\(path)/\(Ledger.fileName)" }

  /// Makes what is not there, and refuses what others could read.
  ///
  /// SQLite gives its journals the mode of the file.
  func prepare() throws(LedgerError) {
    try makeDirectory(path)
    try check(path, mode: "0700", command: "chmod 700")
    let descriptor = open(file, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure() }
    close(descriptor)
    try check(file, mode: "0600", command: "chmod 600")
  }

  private func makeDirectory(_ path: String) throws(LedgerError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw Self.failure()
    }
    try makeDirectory(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Self.failure() }
  }

  private func check(_ path: String, mode: String, command: String) throws(LedgerError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Self.failure() }
    guard status.st_uid == geteuid() else {
      throw LedgerError(
        .permissions, Words("\(path) belongs to somebody else"),
        hint: Words("run the command as its owner"))
    }
    guard status.st_mode & 0o077 == 0 else {
      throw LedgerError(
        .permissions, Words("others can read \(path): its mode is wider than \(mode)"),
        hint: Words("make it yours alone: \(command) \(path)"))
    }
  }

  private static func failure() -> LedgerError {
    switch errno {
    case ENOSPC, EDQUOT: .full
    default: .readOnly
    }
  }
}
