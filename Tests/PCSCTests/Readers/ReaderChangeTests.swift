import Testing

@testable import PCSC

/// What happened between two looks at the readers.
struct ReaderChangeTests {
  private func state(_ name: String, _ flags: ReaderState.Flags, count: UInt16 = 0) -> ReaderState {
    ReaderState(name: name, flags: flags, eventCount: count, answerToReset: [])
  }

  @Test func nothingIsNothing() {
    let states = [state("a", .present, count: 3), state("b", .empty)]
    #expect(ReaderChange.changes(from: states, to: states).isEmpty)
    // Somebody connects to the card.
    let used = [state("a", [.present, .inUse], count: 3), state("b", .empty)]
    #expect(ReaderChange.changes(from: states, to: used).isEmpty)
  }

  @Test func readersAndTheirCardsComeAndGo() {
    let (empty, full) = (state("a", .empty, count: 1), state("a", .present, count: 2))
    #expect(
      ReaderChange.changes(from: [], to: [full]) == [.readerAdded(full), .cardInserted(full)])
    #expect(ReaderChange.changes(from: [empty], to: [full]) == [.cardInserted(full)])
    #expect(
      ReaderChange.changes(from: [full], to: []) == [.cardRemoved(full), .readerRemoved(full)])
    let out = state("a", .empty, count: 3)
    #expect(ReaderChange.changes(from: [full], to: [out]) == [.cardRemoved(out)])
  }

  /// Two cards that look alike are two: the one that was there has gone.
  @Test func aCardThatWasExchangedIsBoth() {
    let (one, other) = (state("a", .present, count: 2), state("a", .present, count: 4))
    #expect(
      ReaderChange.changes(from: [one], to: [other]) == [.cardRemoved(other), .cardInserted(other)])
  }

  /// A card that came and went between two looks is not there, and was never told of.
  @Test func whatCameAndWentIsNothing() {
    let (before, after) = (state("a", .empty, count: 2), state("a", .empty, count: 4))
    #expect(ReaderChange.changes(from: [before], to: [after]).isEmpty)
  }
}
