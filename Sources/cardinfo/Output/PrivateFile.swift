import Glibc
import Words

/// Files that hold people's identifiers: readable by their owner alone.
enum PrivateFile {
  /// Writes a file beside `path` and renames it to `path`, so that there is never half a file.
  static func replace(_ path: String, with bytes: [UInt8]) throws(SystemFailure) {
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SystemFailure(Words("can't write \(path)")) }
    var failed = false
    writeAll(bytes, to: descriptor) { _ in failed = true }
    if fsync(descriptor) != 0 { failed = failed || errno != EINVAL }
    close(descriptor)
    guard !failed, rename(template, path) == 0 else {
      let failure = SystemFailure(Words("can't write \(path)"))
      unlink(template)
      throw failure
    }
  }
}
