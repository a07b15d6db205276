import Synchronization

/// What people may agree to: each once, and only as it was shown.
final class Agreements<Value>: Sendable {
  private struct Unchecked: @unchecked Sendable {
    var values: [(mark: Token, value: Value)] = []
  }

  private let state = Mutex(Unchecked())

  /// At a time: the oldest go.
  private static var most: Int { 16 }

  /// Keeps something that was shown.
  func add(_ value: Value) -> Token {
    let mark = Token()
    let kept = Handed(value)
    state.withLock { state in
      state.values.append((mark, kept.value))
      state.values = state.values.suffix(Self.most)
    }
    return mark
  }

  /// What a form is about; it stays.
  func look(_ mark: String) -> Value? {
    state.withLock { state in
      Handed(state.values.first { $0.mark.isKnown(as: mark) }?.value)
    }.value
  }

  /// What a form is about, once.
  func take(_ mark: String) -> Value? {
    state.withLock { state in
      guard let place = state.values.firstIndex(where: { $0.mark.isKnown(as: mark) }) else {
        return Handed<Value?>(nil)
      }
      return Handed(state.values.remove(at: place).value)
    }.value
  }

  private struct Handed<Content>: @unchecked Sendable {
    let value: Content

    init(_ value: Content) { self.value = value }
  }
}
