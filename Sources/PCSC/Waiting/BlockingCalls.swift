internal import Dispatch
internal import Synchronization

/// Calls that block for as long as something else likes, made one after the other on a thread of their
/// own: whoever waits for one can give it up.
///
/// A call that was given up may still return, to nobody. Nothing can be called after it: every later call
/// fails like the one that was given up.
final class BlockingCalls: Sendable {
  private let queue = DispatchQueue(label: "cardinfo.pcsc")
  private let lost = Mutex<PCSCError?>(nil)
  let patience: Patience

  init(_ patience: Patience) { self.patience = patience }

  /// Makes a call and waits for it.
  ///
  /// - Throws: ``PCSCError/cancelled``; ``PCSCError/timeout`` or, for a card that another program holds,
  ///   ``PCSCError/sharingViolation``, when patience is over.
  func run<Value>(
    _ cause: Patience.Cause, _ call: @escaping () -> Value
  ) throws(PCSCError) -> Value {
    if let error = lost.withLock({ $0 }) { throw error }
    let handover = Handover(call)
    queue.async { handover.call() }
    var wait = Wait(patience, for: cause)
    while true {
      if let value = handover.value(within: Self.slice) { return value }
      guard let error = wait.end() else { continue }
      lost.withLock { $0 = error }
      throw error
    }
  }

  /// Makes a last call, and waits for it for a second at most: the program may end next, and a call to
  /// PC/SC's library must not meet its end. After a call that was given up it is not waited for.
  func finish(_ call: @escaping () -> Void) {
    let handover = Handover(call)
    queue.async { handover.call() }
    if lost.withLock({ $0 }) == nil { _ = handover.value(within: .seconds(1)) }
  }

  private static let slice = DispatchTimeInterval.milliseconds(100)
}

/// A call on its way to another thread, and its value on the way back.
///
/// The call runs once, and its value is looked at only after it has: the semaphore keeps the two threads
/// apart.
private final class Handover<Value>: @unchecked Sendable {
  private let work: () -> Value
  private var result: Value?
  private let done = DispatchSemaphore(value: 0)

  init(_ work: @escaping () -> Value) { self.work = work }

  func call() {
    result = work()
    done.signal()
  }

  func value(within time: DispatchTimeInterval) -> Value? {
    done.wait(timeout: .now() + time) == .success ? result : nil
  }
}
