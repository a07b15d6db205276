import Card
import CardState
import Dispatch
import Synchronization
import Testing
import VirtualCard
import Words

@testable import cardinfo

/// Readers are read at once, and none waits for another.
struct SideBySideTests {
  /// Sixteen cards of which each waits in the middle of its read until all are there: one that were read
  /// after another would wait in vain.
  @Test func sixteenAreReadAtOnce() throws {
    let rendezvous = Rendezvous(of: 16)
    let cards = try (0..<16).map { try RackCard($0, "travel-euicc", .meets(rendezvous)) }
    let document = read(cards)
    #expect(document.errors.isEmpty)
    #expect(rendezvous.isComplete)
    #expect(document.cards.map(\.card.reader.index) == Array(0..<16))
    #expect(document.cards.allSatisfy { $0.card.cost.apdus == 31 })
  }

  @Test func fewerAtOnceWhereThatIsWanted() throws {
    let peak = Peak()
    let cards = try (0..<8).map { try RackCard($0, "plain-sim", .counts(peak)) }
    #expect(read(cards, jobs: 3).cards.count == 8)
    #expect(peak.highest <= 3)
  }

  /// One that another program holds and one that never answers are given up by whoever waits for them; the
  /// fourteen others have been read before.
  @Test func oneHeldAndOneMuteKeepNobodyWaiting() throws {
    let others = Rendezvous(of: 14)
    let cards = try (0..<16).map { index in
      try RackCard(
        index, "travel-euicc",
        index == 3 ? .held(until: others) : index == 11 ? .mute(until: others) : .meets(others))
    }
    let document = read(cards)
    #expect(others.isComplete)
    #expect(
      document.cards.map(\.card.reader.index) == Array(0..<16).filter { ![3, 11].contains($0) })
    #expect(document.cards.allSatisfy { $0.card.euiccs.first?.profiles?.count == 4 })
    #expect(document.errors.map(\.reader) == ["rack 3", "rack 11"])
    #expect(document.errors.map(\.code.rawValue) == ["card.inUse", "card.mute"])
  }

  private func read(_ cards: [RackCard], jobs: Int = 16) -> ReadDocument {
    ReadRun(
      plan: ReadingPlan(), trace: nil, pin: nil, wanted: [.selectISDR, .eid, .profiles], jobs: jobs
    ).read(CardAccesses(cards))
  }
}

/// A place where threads wait until all are there, for ten seconds at most.
final class Rendezvous: Sendable {
  private let missing: Atomic<Int>
  private let gate = DispatchSemaphore(value: 0)

  init(of count: Int) { missing = Atomic(count) }

  var isComplete: Bool { missing.load(ordering: .relaxed) <= 0 }

  func arrive() {
    if missing.subtract(1, ordering: .relaxed).newValue <= 0 { gate.signal() }
    wait()
  }

  func wait() {
    if gate.wait(timeout: .now() + .seconds(10)) == .success { gate.signal() }
  }
}

/// How many were at work at once.
final class Peak: Sendable {
  private let counts = Mutex((now: 0, highest: 0))

  var highest: Int { counts.withLock(\.highest) }

  func enter() {
    counts.withLock {
      $0.now += 1
      $0.highest = max($0.highest, $0.now)
    }
  }

  func leave() { counts.withLock { $0.now -= 1 } }
}

/// A built-in card in one reader of a rack, to which something happens.
private final class RackCard: ResettableChannel, CardAccess {
  enum Habit {
    /// Waits at its third exchange until others have come as far.
    case meets(Rendezvous)
    case counts(Peak)
    /// Another program holds it, for longer than the others need.
    case held(until: Rendezvous)
    /// Nothing comes back, for longer than the others need.
    case mute(until: Rendezvous)
  }

  let reader: CardSnapshot.Reader
  let mayReturn = false
  private let card: SimulatedCard
  private let habit: Habit

  init(_ index: Int, _ name: String, _ habit: Habit) throws {
    reader = CardSnapshot.Reader(name: "rack \(index)", index: index)
    card = try #require(NamedCard.named(name)).make()
    self.habit = habit
  }

  var answerToReset: [UInt8] { card.answerToReset }
  var transmissionProtocol: TransmissionProtocol { card.transmissionProtocol }

  func reset() throws(ChannelError) { card.reset() }

  func withCard<Value>(
    attempts: Int, isLeftAsItIs: (Value) -> Bool,
    _ body: (any ResettableChannel) throws(ChannelError) -> Value
  ) throws(ChannelError) -> Value {
    if case .held(let others) = habit {
      others.wait()
      throw .held(for: 0)
    }
    if case .counts(let peak) = habit { peak.enter() }
    defer { if case .counts(let peak) = habit { peak.leave() } }
    card.reset()
    return try body(self)
  }

  func transmit(_ command: [UInt8]) throws(ChannelError) -> [UInt8] {
    switch habit {
    case .meets(let rendezvous) where card.exchangeCount == 2: rendezvous.arrive()
    case .mute(let others):
      others.wait()
      throw ChannelError(
        ChannelError.Code(rawValue: "card.mute"), Words(verbatim: "the card does not answer"))
    case .counts, .meets, .held: break
    }
    return try card.transmit(command)
  }
}
