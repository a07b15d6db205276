import Dispatch
import Glibc
import Synchronization
import Words

/// What a person at a terminal is told of work that takes over a second: what is done, and for how long
/// already. Nothing stands there when the work has ended.
final class ProgressLine: Sendable {
  private static let erasure = "\r\u{1B}[K"
  /// That of the work that is under way.
  private static let present = Mutex<ProgressLine?>(nil)

  // Made and ended by one thread each.
  private nonisolated(unsafe) let timer: any DispatchSourceTimer
  private let queue = DispatchQueue(label: "cardinfo.progress")
  private let isShown = Mutex(false)
  private let write: @Sendable (String) -> Void

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - seconds: How long the work may take without a word, and how long each word stands.
  ///   - write: Where it is shown.
  init(
    _ text: String, every seconds: Double = 1,
    write: @escaping @Sendable (String) -> Void = ProgressLine.onStandardError
  ) {
    self.write = write
    let timer = DispatchSource.makeTimerSource(queue: queue)
    self.timer = timer
    let start = ContinuousClock.now
    timer.setEventHandler { [weak self] in
      let passed = Int((ContinuousClock.now - start) / .seconds(1))
      self?.isShown.withLock { isShown in
        isShown = true
        write("\r\(text) · \(Words("\(passed) s").text)\u{1B}[K")
      }
    }
    timer.schedule(deadline: .now() + seconds, repeating: seconds)
    timer.resume()
  }

  /// Takes it away for good.
  func end() {
    timer.cancel()
    queue.sync {}
    erase()
  }

  /// Takes it away until the next second, so that something else can be said.
  static func erase() { present.withLock { $0 }?.erase() }

  private func erase() {
    isShown.withLock { isShown in
      if isShown { write(Self.erasure) }
      isShown = false
    }
  }

  @Sendable private static func onStandardError(_ text: String) {
    writeAll(Array(text.utf8), to: STDERR_FILENO) { _ in }
  }

  /// Does `work`, and says what it is where it takes over a second and somebody looks on.
  static func during<Value, Failure>(
    _ words: @autoclosure () -> Words, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    guard ProgressBar.isWanted else { return try work() }
    let line = ProgressLine(Terminal.cut(Terminal.clean(words().text), to: Terminal.columns - 10))
    present.withLock { $0 = line }
    defer {
      present.withLock { $0 = nil }
      line.end()
    }
    return try work()
  }
}
