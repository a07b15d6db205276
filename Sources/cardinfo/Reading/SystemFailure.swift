import Glibc

/// A call to the operating system that failed.
struct SystemFailure: Error, CustomStringConvertible {
  var description: String

  /// Says what could not be done, and the system's reason from `errno`.
  init(_ what: String) {
    description = "\(what): \(String(cString: strerror(errno)))"
  }
}
