import Card
import Ledger
import Renewal

extension Ledger {
  /// Goes through lines as ``Ledger/forEachLine(dueBy:retired:progress:_:)`` does, through all of them or to an
  /// error: some of them would pass for all.
  ///
  /// - Throws: What `body` throws; ``ChannelError/interrupted`` where somebody wants the program to end.
  func everyLine(
    dueBy limit: CalendarDay? = nil, retired: Bool = false,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in },
    _ body: (Line, Verdict) throws -> Void
  ) throws {
    try forEachLine(dueBy: limit, retired: retired, progress: progress) { line, verdict in
      try body(line, verdict)
      return !Interruption.isRequested
    }
    if Interruption.isRequested { throw ChannelError.interrupted }
  }

  /// Goes through lines with all that is kept of them as ``Ledger/forEachWholeLine(retired:where:progress:working:_:)``
  /// does, to the last one or to an error.
  ///
  /// - Throws: What `work` and `body` throw; ``ChannelError/interrupted`` where somebody wants the program to end.
  func everyWholeLine<Value: Sendable>(
    retired: Bool? = false, where isWanted: (Line) -> Bool = { _ in true },
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in },
    working work: @escaping @Sendable (_ place: Int, WholeLine, Verdict) throws -> Value,
    _ body: (WholeLine, Verdict, Value) throws -> Void
  ) throws {
    try forEachWholeLine(retired: retired, where: isWanted, progress: progress, working: work) {
      try body($0, $1, $2)
      return !Interruption.isRequested
    }
    if Interruption.isRequested { throw ChannelError.interrupted }
  }
}
