import Glibc
import Synchronization

/// Ctrl-C and SIGTERM: the first asks the work to end between two exchanges, so that channels are
/// closed and the card is let go; the second ends the program at once.
enum Interruption {
  private static let count = Atomic<Int>(0)

  /// Listens from now on, even when the program that started this one did not.
  static func listen() {
    for number in [SIGINT, SIGTERM] {
      var mask = sigset_t()
      sigaddset(&mask, number)
      sigprocmask(SIG_UNBLOCK, &mask, nil)
      signal(number) { _ in
        if Interruption.count.add(1, ordering: .relaxed).oldValue > 0 {
          _exit(ExitStatus.interrupted.rawValue)
        }
      }
    }
  }

  /// Whether somebody wants the work to end.
  static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }
}
