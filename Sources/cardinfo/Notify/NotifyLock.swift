import Glibc
import Words

/// Keeps two runs from sending at once. It goes with its program.
struct NotifyLock: ~Copyable {
  private let descriptor: Int32

  /// - Parameter directory: the ledger's.
  init(in directory: String) throws {
    let path = "\(directory)/notify.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw SystemFailure.writing(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let error = errno
      close(descriptor)
      guard error == EWOULDBLOCK else { throw SystemFailure.writing(path) }
      throw Problem(
        .notifyUnderWay, Words("another cardinfo notify is sending notices"),
        nextStep: Words("wait until it has finished"))
    }
  }

  deinit { close(descriptor) }
}
