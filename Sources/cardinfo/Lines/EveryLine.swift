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
}
