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
  private let patience: Patience

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
    let start = ContinuousClock.now
    var hasTold = false
    while true {
      if let value = handover.value(within: Self.slice) { return value }
      if let error = patience.end(of: cause, after: .now - start) {
        lost.withLock { $0 = error }
        throw error
      }
      if case .holder(let reader) = cause, !hasTold, .now - start >= Self.long {
        hasTold = true
        patience.onHeld(reader)
      }
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
  private static let long: Duration = .seconds(2)
}

extension Patience {
  /// Why a wait ends now; nil while it goes on.
  fileprivate func end(of cause: Cause, after time: Duration) -> PCSCError? {
    func isOver(_ limit: Duration?) -> Bool { limit.map { time >= $0 } == true }
    switch cause {
    case .result: return nil
    case .answer: return isCancelled() ? .cancelled : isOver(forAnswer) ? .timeout : nil
    case .holder: return isCancelled() ? .cancelled : isOver(whileHeld) ? .sharingViolation : nil
    }
  }
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
