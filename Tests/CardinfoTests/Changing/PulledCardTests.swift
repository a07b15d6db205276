import Card
import CardState
import FoundationEssentials
import Testing
import VirtualCard

@testable import cardinfo

/// A card that is pulled, at any moment of any change, on any card: success is reported only when
/// the card shows it.
struct PulledCardTests {
  static let cards = NamedCard.quirkCards.map(\.name) + ["travel-euicc", "t1-only", "says-done"]

  @Test(arguments: cards)
  func neverAFalseSuccess(name: String) throws {
    for change in try Self.changes(name) {
      var wasMade = false
      for count in 0..<120 {
        let card = try #require(NamedCard.named(name)).make()
        card.behaviour.isRemovedAfter = count
        let (progress, error, after) = Self.make(change, of: card)
        let verdict = ChangeVerdict(
          change: change, progress: progress, error: error, after: after)
        card.behaviour.isRemovedAfter = nil
        card.reset()
        let truth = try Self.read(card)
        if verdict.problem == nil {
          #expect(change.goal.isMet(by: truth) == true, "\(name) \(change.function) \(count)")
          wasMade = true
          break
        }
        // Nothing is said to be unchanged that has changed.
        if verdict.problem.map({ "\($0.sentence)" })?.contains("nothing was changed") == true {
          #expect(change.goal.isMet(by: truth) != true, "\(name) \(change.function) \(count)")
        }
        #expect(verdict.problem?.nextStep != nil)
      }
      #expect(wasMade || name == "says-done" && change.function == "ES10c.EnableProfile")
    }
  }

  private static func changes(_ name: String) throws -> [EUICCChange] {
    let card = try #require(NamedCard.named(name)).make()
    let profiles = try read(card).profiles?.map(ProfileReference.init) ?? []
    let first = try #require(profiles.first)
    let second = try #require(profiles.dropFirst().first)
    return [
      .enable(second), .disable(first), .delete(second), .rename(first, to: "new"),
      .rename(first, to: ""), .reset([.operationalProfiles, .defaultAddress]),
      .setDefaultAddress(String(repeating: "x", count: 200)), .removeNotification(42),
    ]
  }

  private static func make(
    _ change: EUICCChange, of card: SimulatedCard
  ) -> (EUICCChanger.Progress, ChannelError?, EUICC?) {
    let changer = EUICCChanger(change, of: card)
    do throws(ChannelError) {
      try changer.perform(on: "89049032000000000000012600041755")
      card.reset()
      return (changer.progress, nil, try snapshot(card).euiccs.first)
    } catch {
      guard changer.progress != .notSent else { return (.notSent, error, nil) }
      // As if it had come back.
      card.reset()
      return (changer.progress, error, try? read(card))
    }
  }

  private static func read(_ card: SimulatedCard) throws -> EUICC {
    try #require(try snapshot(card).euiccs.first)
  }

  private static func snapshot(_ card: SimulatedCard) throws(ChannelError) -> CardSnapshot {
    let reader = SnapshotReader(
      card,
      into: CardSnapshot(
        readAt: Date(timeIntervalSince1970: 0), reader: .init(name: "test", index: 0), atr: "",
        protocol: "T=0"),
      plan: ReadingPlan([.profiles], isFull: true))
    try reader.read()
    return reader.snapshot
  }
}
