import FoundationEssentials
import GRDB
import Glibc

/// A ledger that can't be written, to be read: on a disk that is mounted read-only, SQLite can't open a
/// file with a write-ahead log, and what is in the log would be missed.
///
/// It is copied into a directory of its owner, brought together there, taken into memory and removed.
struct ReadOnlyCopy {
  private let file: String

  init(of file: String) { self.file = file }

  func open() throws -> DatabaseQueue {
    var template = Array(
      FileManager.default.temporaryDirectory.appending(path: "cardinfo-XXXXXX").path.utf8CString)
    guard let made = mkdtemp(&template) else { throw LedgerError.full }
    let directory = String(cString: made)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let copy = "\(directory)/\(Ledger.fileName)"
    try copyFiles(to: copy)
    return try Schema.inMemory(copy)
  }

  /// Another program may write meanwhile, through another mount: then it is copied again.
  private func copyFiles(to copy: String) throws {
    for _ in 0..<5 {
      let before = state
      for suffix in ["", "-wal"] where before[suffix] != nil {
        unlink(copy + suffix)
        try Data(contentsOf: URL(filePath: file + suffix))
          .write(to: URL(filePath: copy + suffix))
      }
      if state == before { return }
    }
    throw LedgerError.locked
  }

  /// Size and time of last change of the file and of its log, where they are there.
  private var state: [String: [Int]] {
    var found: [String: [Int]] = [:]
    for suffix in ["", "-wal"] {
      var status = stat()
      guard stat(file + suffix, &status) == 0 else { continue }
      found[suffix] = [
        Int(status.st_size), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec),
      ]
    }
    return found
  }
}
