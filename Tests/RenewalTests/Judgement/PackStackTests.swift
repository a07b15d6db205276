import Renewal
import Testing

/// Packs that wait for each other, and packs beside each other: one is used up for itself.
struct PackStackTests {
  private func pack(_ renewFrom: RenewFrom, _ anchor: Anchor = .purchase) -> Clock {
    var clock = Clock(id: "pack", .pack, anchor: [anchor])
    clock.renewFrom = renewFrom
    return clock
  }

  private func lastDay(_ clock: Clock, _ events: [Event], at text: String) throws -> String? {
    let verdict = try judged(own: clock, events, at: text)
    #expect(verdict == (try judged(own: clock, events.reversed(), at: text)))
    let pack = try #require(verdict.clocks.first)
    return pack.pack == .active ? pack.lastDay?.description : pack.pack?.rawValue
  }

  private let month = Period(30, .day)
  private let week = Period(7, .day)

  @Test func aPackThatWaitsStartsWhenTheOneBeforeIsUsedUp() throws {
    let bought = [
      on("2026-01-01", .pack, "10 GBP", term: month), on("2026-01-02", .pack, "5 GBP", term: week),
    ]
    let clock = pack(.previousEnd)
    // 1 Jan + 30 days, and 7 more.
    #expect(try lastDay(clock, bought, at: "2026-01-05T00:00:00Z") == "2026-02-07")
    let usedUp = bought + [on("2026-01-10", .exhausted)]
    #expect(try lastDay(clock, usedUp, at: "2026-01-11T00:00:00Z") == "2026-01-17")
    let both = usedUp + [on("2026-01-12", .exhausted)]
    #expect(try lastDay(clock, both, at: "2026-01-13T00:00:00Z") == "exhausted")
  }

  @Test func aPackThatHasEndedIsNotTheOneThatIsUsedUp() throws {
    let events = [
      on("2026-01-01", .pack, "10 GBP", term: week), on("2026-01-02", .pack, "5 GBP", term: month),
      on("2026-01-20", .exhausted),
    ]
    #expect(
      try lastDay(pack(.previousEnd), events, at: "2026-01-21T00:00:00Z") == "exhausted")
  }

  @Test(arguments: [RenewFrom.event, .laterOfBoth])
  func ofPacksBesideEachOtherTheFirstToEndIsUsedUp(renewFrom: RenewFrom) throws {
    let events = [
      on("2026-01-01", .pack, "10 GBP", term: month), on("2026-01-20", .pack, "5 GBP", term: month),
      on("2026-01-25", .exhausted),
    ]
    #expect(
      try lastDay(pack(renewFrom), events, at: "2026-01-26T00:00:00Z") == "2026-02-19")
  }

  /// Used up, and a new one bought on that day: the new one is not the one that is used up.
  @Test func aPackBoughtOnTheDayTheOtherIsUsedUpIsWhole() throws {
    let events = [
      on("2026-01-01", .pack, "10 GBP", term: month), on("2026-01-20", .exhausted),
      on("2026-01-20", .pack, "5 GBP", term: month),
    ]
    #expect(try lastDay(pack(.event), events, at: "2026-01-21T00:00:00Z") == "2026-02-19")
  }

  @Test func packsBoughtBeforeTheFirstUseFollowEachOther() throws {
    let events = [
      on("2026-01-01", .pack, "10 GBP", term: week), on("2026-01-02", .pack, "5 GBP", term: week),
      on("2026-01-10", .firstAttach),
    ]
    #expect(
      try lastDay(pack(.previousEnd, .firstAttach), events, at: "2026-01-11T00:00:00Z")
        == "2026-01-24")
  }

  @Test(arguments: [Event.Kind.firstAttach, .firstData, .data, .use, .incomingSMS])
  func firstUseAndPackCountInEitherOrder(kind: Event.Kind) throws {
    for (use, bought) in [
      ("2026-01-10", "2026-01-10"), ("2026-01-10T09:00:00Z", "2026-01-10T09:05:00Z"),
      ("2026-01-10T09:05:00Z", "2026-01-10T09:00:00Z"), ("2026-01-08", "2026-01-10"),
      ("2026-01-10", "2026-01-08"),
    ] {
      let events = [on(use, kind), on(bought, .pack, "10 GBP", term: month)]
      #expect(
        try lastDay(pack(.event, .firstAttach), events, at: "2026-01-12T00:00:00Z") == "2026-02-09",
        "\(use) \(bought)")
    }
  }
}
