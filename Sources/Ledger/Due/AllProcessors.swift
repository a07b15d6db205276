import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What comes of each element, in their order, on all processors.
  ///
  /// - Throws: What the first of them throws that throws.
  func mapOnAllProcessors<Value: Sendable>(
    _ body: @Sendable (Element) throws -> Value
  ) throws -> [Value] {
    // Handing out single ones would take longer than some of them do.
    let starts = Array<Int>(stride(from: 0, to: count, by: 16))
    let undone = Result<[Value], any Error>.failure(CancellationError())
    let parts = Mutex(Array<Result<[Value], any Error>>(repeating: undone, count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { number in
      let part = Result { try self[starts[number]...].prefix(16).map(body) }
      parts.withLock { $0[number] = part }
    }
    return try parts.withLock { try $0.flatMap { try $0.get() } }
  }
}

/// Something that is worked out on another thread meanwhile.
final class Background<Value: Sendable>: Sendable {
  private let outcome = Mutex<Result<Value, any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global(qos: .userInitiated).async {
      let outcome = Result { try work() }
      self.outcome.withLock { $0 = outcome }
      self.isDone.signal()
    }
  }

  /// What came of it, once it is done.
  var value: Value {
    get throws {
      isDone.wait()
      defer { isDone.signal() }
      return try outcome.withLock { try $0?.get() } ?? { throw CancellationError() }()
    }
  }
}
