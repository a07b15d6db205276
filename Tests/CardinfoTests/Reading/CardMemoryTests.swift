import CardState
import Foundation
import Testing

@testable import cardinfo

struct CardMemoryTests {
  /// A watch asks for each card that comes, for days.
  @Test func askingLeavesNothingBehindOnTheStack() {
    var depths: Set<UInt> = []
    let memory = CardMemory { _ in
      var here: UInt8 = 0
      return withUnsafePointer(to: &here) { depths.insert(UInt(bitPattern: $0)).inserted }
    }
    let card = CardSnapshot(
      readAt: .now, reader: CardSnapshot.Reader(name: "reader", index: 0), atr: "3B00",
      protocol: "T=0")
    let known = (0..<20).map { _ in memory.knowsAsPlain(card) }
    #expect(known == [true] + [Bool](repeating: false, count: 19))
  }
}
