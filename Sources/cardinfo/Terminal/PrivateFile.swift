import Glibc
import Words

/// Files that hold people's identifiers: readable by their owner alone.
enum PrivateFile {
  /// Writes a file beside `path` and renames it to `path`, so that there is never half a file.
  static func replace(_ path: String, with bytes: [UInt8]) throws(SystemFailure) {
    do {
      try replace(path) { write in try write(bytes) }
    } catch let failure as SystemFailure {
      throw failure
    } catch {
      throw SystemFailure(Words("can't write \(path)"))
    }
  }

  /// The same with bytes that `body` writes one piece after the other. What it throws leaves
  /// `path` as it was.
  static func replace(_ path: String, by body: (_ write: ([UInt8]) throws -> Void) throws -> Void)
    throws
  {
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SystemFailure(Words("can't write \(path)")) }
    do {
      defer { close(descriptor) }
      try body { bytes in
        var failure: SystemFailure?
        writeAll(bytes, to: descriptor) { _ in
          failure = SystemFailure(Words("can't write \(path)"))
        }
        if let failure { throw failure }
      }
      guard fsync(descriptor) == 0 || errno == EINVAL else {
        throw SystemFailure(Words("can't write \(path)"))
      }
    } catch {
      unlink(template)
      throw error
    }
    guard rename(template, path) == 0 else {
      let failure = SystemFailure(Words("can't write \(path)"))
      unlink(template)
      throw failure
    }
  }
}
