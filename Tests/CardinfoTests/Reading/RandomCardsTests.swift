import Card
import CardState
import FoundationEssentials
import Testing
import VirtualCard

/// Cards whose files hold anything: within their layouts, beyond them, and nothing like them.
struct RandomCardsTests {
  private static let cardsEach = 1_000

  /// Ten times a thousand cards, each run with a seed of its own, so that a failure can be had again.
  @Test(arguments: 0..<10)
  func readsWithoutATrap(seed: Int) throws {
    var random = Xorshift(seed: UInt64(seed) + 1)
    let names = ["plain-sim", "china-mobile", "gsm-2g", "travel-euicc"]
    for number in 0..<Self.cardsEach {
      let name = try #require(names.dropFirst(number % names.count).first)
      let card = try #require(NamedCard.named(name)).make()
      for identifier in card.fileIdentifiers.sorted() {
        if let bytes = random.contents() {
          card.replaceContents(ofFile: identifier, with: bytes)
        }
      }
      let reader = SnapshotReader(
        card,
        into: CardSnapshot(
          readAt: Date(timeIntervalSince1970: 0), reader: .init(name: "", index: 0), atr: "",
          protocol: "T=0"),
        plan: number.isMultiple(of: 10) ? Self.everything : ReadingPlan())
      try reader.read()
      #expect(card.changes.isEmpty)
    }
  }

  private static let everything = ReadingPlan(Set(ReadingPlan.Section.allCases), isFull: true)
}

/// A generator whose numbers follow from its seed.
private struct Xorshift: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// Contents for a file; nil to leave it as it is. Short and long, noise and FF, numbers that look
  /// like lengths.
  mutating func contents() -> [UInt8]? {
    let count = Int.random(in: 0...(Bool.random(using: &self) ? 40 : 300), using: &self)
    switch Int.random(in: 0..<5, using: &self) {
    case 0: return nil
    case 1: return [UInt8](repeating: 0xFF, count: max(1, count))
    case 2: return (0..<max(1, count)).map { _ in UInt8.random(in: 0...255, using: &self) }
    case 3: return (0..<max(1, count)).map { _ in UInt8.random(in: 0...9, using: &self) }
    default:
      let tags: [UInt8] = [0x61, 0xA0, 0xA3, 0x80, 0x81, 0x82, 0x84, 0xFF, 0x43, 0x0B, 0xF6]
      return (0..<max(1, count)).map { _ in tags.randomElement(using: &self) ?? 0 }
    }
  }
}
