internal import CPCSC

extension PCSCContext {
  /// All readers as they are now. Empty when there is none.
  ///
  /// Wraps `SCardGetStatusChange` with a timeout of 0.
  public func readerStates() throws(PCSCError) -> [ReaderState] {
    // Again when a reader was unplugged between asking for the names and for the states.
    try Self.retrying(.unknownReader) { () throws(PCSCError) in
      let unaware = try readers().map { (name: $0, state: DWORD(SCARD_STATE_UNAWARE)) }
      return unaware.isEmpty ? [] : try statusChange(from: unaware, milliseconds: 0) ?? []
    }
  }

  /// One reader as it is now.
  func state(of reader: String) throws(PCSCError) -> ReaderState {
    let unaware = (name: reader, state: DWORD(SCARD_STATE_UNAWARE))
    guard let state = try statusChange(from: [unaware], milliseconds: 0)?.first else {
      throw .unknownReader
    }
    return state
  }

  /// Waits until a card or a reader comes or goes, or a card's use changes.
  ///
  /// What happened before the call, since `states`, counts: nothing is lost between two calls when
  /// each starts from the answer of the one before. It may return when only a connection, even one
  /// of this program, was opened or closed; compare ``ReaderState/eventCount`` for cards.
  ///
  /// - Parameters:
  ///   - states: What is known, from ``readerStates()`` or the call before.
  ///   - timeout: How long to wait; nil for as long as it takes.
  ///   - isCancelled: Asked every 250 ms; true ends the wait.
  /// - Returns: All readers as they are now; nil when the time is over or the wait was cancelled.
  ///
  /// Wraps `SCardGetStatusChange`, with the reader `\\?PnP?\Notification` for readers themselves.
  public func waitForChange(
    from states: [ReaderState], timeout: Duration? = nil, isCancelled: () -> Bool = { false }
  ) throws(PCSCError) -> [ReaderState]? {
    let end = timeout.map { ContinuousClock.now + $0 }
    let names = states.map(\.name)
    var known = states.map { (name: $0.name, state: $0.currentState) }
    // One entry too many and pcscd's library refuses them all; the list of names tells, later.
    if known.count < Int(PCSCLITE_MAX_READERS_CONTEXTS) {
      known.append((name: Self.readersComingAndGoing, state: DWORD(SCARD_STATE_UNAWARE)))
    }
    while !isCancelled() {
      // pcscd's library counts readers anew in every call, so it misses those between two.
      guard try readers() == names else { return try readerStates() }
      // SCardCancel is lost when it lands before the wait, so the wait is cut in slices.
      let left = end.map { $0 - .now } ?? Self.slice
      do throws(PCSCError) {
        let wait = max(0, min(left, Self.slice) / .milliseconds(1))
        if try statusChange(from: known, milliseconds: Int(wait)) != nil {
          return try readerStates()
        }
      } catch .unknownReader {
        return try readerStates()
      }
      if left <= Self.slice && end != nil { return nil }
    }
    return nil
  }

  private static let slice: Duration = .milliseconds(250)
  private static let readersComingAndGoing = #"\\?PnP?\Notification"#
}
