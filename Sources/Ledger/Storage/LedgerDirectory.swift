import FoundationEssentials
import GRDB
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

  /// Finds what is there and makes nothing. False where it can be read and not be written.
  ///
  /// - Throws: ``LedgerError/missing`` where there is no ledger; what others could read is refused.
  func isWritable() throws(LedgerError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Self.unseen() }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .noDirectory }
    guard access(path, X_OK) == 0 else { throw .unreadable }
    guard stat(file, &status) == 0 else { throw Self.unseen() }
    try check(path, mode: "0700", command: "chmod 700")
    try check(file, mode: "0600", command: "chmod 600")
    guard access(file, R_OK) == 0 else { throw .unreadable }
    // SQLite writes its journal beside the file.
    return access(file, W_OK) == 0 && access(path, W_OK) == 0
  }

  /// Does something while no other program opens the ledger: one that finds it half made must not go
  /// on to make it.
  ///
  /// The lock is on the directory, so that it leaves nothing behind, and goes with its program.
  func alone<Result>(
    patience: TimeInterval, _ body: () throws -> Result
  ) throws(LedgerError) -> Result {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure() }
    defer { close(descriptor) }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(patience)
    // Where the file system has no such locks, SQLite's own have to do.
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, [EWOULDBLOCK, EINTR].contains(errno) {
      guard clock.now < end else { throw .locked }
      usleep(5_000)
    }
    return try attempting(body)
  }

  private static func unseen() -> LedgerError {
    switch errno {
    case ENOENT, ENOTDIR: .missing
    case EACCES: .unreadable
    default: failure()
    }
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
