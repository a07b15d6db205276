import Glibc
import Words

/// A call to the operating system that failed.
struct SystemFailure: Error {
  /// What could not be done, and why.
  var message: Words

  /// Says what could not be done, and the system's reason from `errno`.
  init(_ what: Words, _ error: Int32 = errno) { message = Words("\(what): \(Self.reason(error))") }

  /// The system's own words, which are English unless translations of them are installed; the usual
  /// ones are ours.
  private static func reason(_ error: Int32) -> Words {
    switch error {
    case ENOENT: Words("No such file or directory")
    case EACCES: Words("Permission denied")
    case EPERM: Words("Operation not permitted")
    case EISDIR: Words("Is a directory")
    case ENOTDIR: Words("Not a directory")
    case EROFS: Words("Read-only file system")
    case ENOSPC: Words("No space left on device")
    case EBADF: Words("Bad file descriptor")
    case EINVAL: Words("Invalid argument")
    default: Words(verbatim: String(cString: strerror(error)))
    }
  }
}
