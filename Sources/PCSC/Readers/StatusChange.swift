internal import CPCSC

extension PCSCContext {
  /// Asks what differs from what is known, and waits for a difference as long as there is none.
  ///
  /// - Parameters:
  ///   - known: Names of readers and the states they were last seen in, 0 for never.
  ///   - milliseconds: How long to wait.
  /// - Returns: The states as they are now, in the same order; nil when nothing differed.
  ///
  /// Wraps `SCardGetStatusChange`.
  func statusChange(
    from known: [(name: String, state: DWORD)], milliseconds: Int
  ) throws(PCSCError) -> [ReaderState]? {
    // One buffer for all the names, so that none moves while pcscd's library looks at them.
    let names = known.map { Array($0.name.utf8CString) }
    let handle = handle
    let (status, entries) = try calls.run(.answer) {
      var entries = known.map { SCARD_READERSTATE(knownState: $0.state) }
      let status = Array(names.joined()).withUnsafeBufferPointer { buffer in
        var offset = 0
        for (index, name) in names.enumerated() {
          entries[index].szReader = buffer.baseAddress.map { $0 + offset }
          offset += name.count
        }
        return SCardGetStatusChange(
          handle, DWORD(milliseconds), &entries, DWORD(entries.count))
      }
      return (status, entries)
    }
    guard status != SCARD_E_TIMEOUT else { return nil }
    try PCSCError.check(status)
    return zip(known, entries).map { ReaderState(name: $0.name, $1) }
  }
}

extension SCARD_READERSTATE {
  fileprivate init(knownState: DWORD) {
    self.init()
    dwCurrentState = knownState
  }
}

extension ReaderState {
  fileprivate init(name: String, _ entry: SCARD_READERSTATE) {
    let length = min(Int(entry.cbAtr), Int(MAX_ATR_SIZE))
    let bytes = withUnsafeBytes(of: entry.rgbAtr) { Array($0.prefix(length)) }
    self.init(name: name, eventState: entry.dwEventState, answerToReset: bytes)
  }
}
