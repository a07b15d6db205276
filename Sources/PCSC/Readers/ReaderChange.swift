/// What happened to a reader, or to the card in it, between two looks.
public enum ReaderChange: Equatable, Sendable {
  /// A reader was plugged in.
  case readerAdded(ReaderState)
  /// A reader was unplugged.
  case readerRemoved(ReaderState)
  /// A card was inserted.
  case cardInserted(ReaderState)
  /// A card was taken out.
  case cardRemoved(ReaderState)

  /// The reader as it is, or as it was last.
  public var state: ReaderState {
    switch self {
    case .readerAdded(let state), .readerRemoved(let state), .cardInserted(let state),
      .cardRemoved(let state):
      state
    }
  }

  /// What happened between two looks at the readers. A card that was exchanged for another, or taken out
  /// and put back, was removed and inserted.
  ///
  /// - Parameters:
  ///   - old: The readers as they were.
  ///   - new: The readers as they are.
  public static func changes(from old: [ReaderState], to new: [ReaderState]) -> [ReaderChange] {
    let gone = old.filter { state in !new.contains { $0.name == state.name } }
    var changes = gone.flatMap { state in
      (state.hasCard ? [ReaderChange.cardRemoved(state)] : []) + [.readerRemoved(state)]
    }
    for state in new {
      let before = old.first { $0.name == state.name }
      if before == nil { changes.append(.readerAdded(state)) }
      let isSameCard = before?.hasCard == state.hasCard && before?.eventCount == state.eventCount
      guard !isSameCard else { continue }
      if let before, before.hasCard { changes.append(.cardRemoved(state)) }
      if state.hasCard { changes.append(.cardInserted(state)) }
    }
    return changes
  }
}
