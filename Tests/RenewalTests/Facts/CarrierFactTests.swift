import FoundationEssentials
import Renewal
import Testing

/// What a carrier's text comes to in the record of a line.
struct CarrierFactTests {
  private static let today = "2026-11-20"

  private func facts(
    _ text: String, market: String? = "GB", numbers: [String] = [], events: [Event] = [],
    _ change: (inout FactFrame) -> Void = { _ in }
  ) throws -> [CarrierFact] {
    let on = try day(Self.today)
    let pounds = Currency(rawValue: "GBP")
    let setting = StatementReader.Setting(
      receivedOn: on, market: market, currency: pounds, numbers: numbers)
    var frame = FactFrame(
      received: .day(on), zone: .gmt,
      expected: RenewalProof.Expectation(receivedOn: on, currency: pounds), events: events)
    change(&frame)
    return CarrierFact.all(in: try shippedReader.get().read(text, setting), frame)
  }

  private func entries(_ facts: [CarrierFact]) -> [CarrierFact.Entry] {
    facts.compactMap { if case .entry(let entry) = $0.outcome { entry } else { nil } }
  }

  private func event(_ entry: CarrierFact.Entry, id: String = "1") -> Event {
    entry.event(id: id, recordedAt: moment("2026-11-20T12:00:00Z"))
  }

  @Test func aDeclinedTopUpIsAFailureABalanceAndTheMoneysDate() throws {
    let found = try entries(
      facts(
        "Sorry, your top-up of £10.00 was declined. Your credit of £2.30 will expire on 20 Dec 2026"
      )
    )
    #expect(Set(found.map(\.kind)) == [.declined, .balance, .notice])
    let notice = try #require(found.first { $0.kind == .notice })
    #expect(notice.date == (try day("2026-12-20")) && notice.clock == "balance")
    #expect(found.first { $0.kind == .declined }?.amount == money("10 GBP"))
    #expect(!found.contains { $0.kind == .topUp })
    let kept = event(notice)
    #expect(kept.origin == .carrier && kept.words?.contains("20 Dec 2026") == true)
  }

  @Test(
    arguments: [
      ("Your 5GB pack is valid until 20 Dec 2026.", "pack"),
      ("Your number is valid until 20 Dec 2026.", nil),
    ] as [(String, String?)])
  func adateHasTheClockOfItsSubject(text: String, clock: String?) throws {
    let found = try entries(facts(text))
    #expect(found.map(\.kind) == [.notice])
    #expect(found.first?.clock == clock)
  }

  @Test func whatAnAdvertOrAVoucherSaysIsNotKept() throws {
    for text in [
      "Top up £10 by 20 Dec 2026 and get 5GB free.", "Your voucher expires on 20 Dec 2026.",
      "Your bank card ending 1234 expires on 20 Dec 2026.",
    ] {
      #expect(try entries(facts(text)).isEmpty, "\(text)")
    }
  }

  @Test func aDayThatCanBeReadTwiceIsAskedFor() throws {
    let fact = try #require(
      try facts("Your number is valid until 05/06/2027.", market: nil).first)
    let days = [try day("2027-05-06"), try day("2027-06-05")]
    #expect(fact.outcome == .open(.day(days)))
    let settled = fact.settled(.day(days[1]))
    #expect(entries([settled]).first?.date == days[1])
    // An answer to another question changes nothing.
    #expect(fact.settled(.yes) == fact)
  }

  @Test func ADateThatCannotBeRightIsAskedFor() throws {
    for date in ["20/11/2062", "20/11/2206"] {
      let fact = try #require(try facts("Your number is valid until \(date).").first)
      #expect(fact.outcome == .open(.plausible), "\(date)")
      #expect(entries([fact.settled(.yes)]).count == 1)
    }
  }

  @Test func aTextWithADateThatCannotBeIsNotBelievedInTheRest() throws {
    let paid = "Your top-up of £10.00 was successful. Your number is valid until"
    #expect(try entries(facts("\(paid) 19/05/2027.")).map(\.kind) == [.topUp, .notice])
    let doubtful = try facts("\(paid) 20/05/2062.")
    #expect(doubtful.map(\.outcome) == [.open(.happened), .open(.plausible)])
    #expect(entries(doubtful).isEmpty)
  }

  @Test func theSameTextTwiceIsRecordedOnce() throws {
    let text = "Your top-up of £10.00 was successful. Your balance is £12.35."
    let first = try entries(facts(text))
    #expect(first.map(\.kind) == [.topUp, .balance])
    let events = first.enumerated().map { event($1, id: "\($0)") }
    let again = try facts(text, events: events)
    #expect(again.map(\.outcome) == [.nothing(.recorded), .nothing(.recorded)])
    // On another day it may be another top-up, and the balance is another finding.
    let later = try facts(text, events: events) { frame in
      frame.received = .day(CalendarDay("2026-11-22") ?? frame.expected.receivedOn)
      frame.expected.receivedOn = CalendarDay("2026-11-22") ?? frame.expected.receivedOn
    }
    #expect(later.first?.outcome == .open(.again(try day(Self.today))))
    #expect(entries(later).map(\.kind) == [.balance])
  }

  @Test func whatThePersonRecordedIsNotDoubled() throws {
    var mine = Event(
      id: "1", .topUp, on: .moment(moment("2026-11-19T20:00:00Z")),
      recordedAt: moment("2026-11-19T20:00:00Z"))
    mine.amount = money("10 GBP")
    let found = try facts("Your top-up of £10.00 was successful.", events: [mine])
    #expect(found.map(\.outcome) == [.nothing(.recorded)])
    mine.amount = money("20 GBP")
    #expect(try entries(facts("Your top-up of £10.00 was successful.", events: [mine])).count == 1)
  }

  @Test func aSuccessThatSomethingSpeaksAgainstIsAskedFor() throws {
    for text in [
      "Your top-up of £10.00 was successful. It was declined by your bank.",
      "Your top-up of £10.00 was received. It will be credited within 24 hours.",
      "Top-up of £10.00 for 07700 900461 was successful.",
    ] {
      let kept = try entries(facts(text))
      #expect(!kept.contains { $0.kind == .topUp }, "\(text): \(kept)")
    }
  }

  @Test func theEndOfALineIsAskedFor() throws {
    let fact = try #require(try facts("Your number has been cancelled.").first)
    #expect(fact.outcome == .open(.forGood))
  }

  @Test func theLinesOwnNumberSettlesTheDoubt() throws {
    let text = "Top-up of £10.00 for 07700 900461 was successful."
    func read(_ numbers: [String]) throws -> StatementReading {
      try shippedReader.get().read(
        text,
        .init(
          receivedOn: try day(Self.today), market: "GB", currency: Currency(rawValue: "GBP"),
          numbers: numbers))
    }
    #expect(try read([]).doubts == [.namesNumber])
    for own in ["07700 900461", "+44 7700 900461", "0044-7700-900461", "+447700900461"] {
      #expect(try read([own]).doubts.isEmpty, "\(own)")
    }
    let others = try read(["+44 7700 900462"])
    #expect(others.doubts == [.anotherNumber])
    let on = try day(Self.today)
    #expect(RenewalProof(others, .init(receivedOn: on)).answer == .no(.anotherNumber))
    #expect(
      try facts(text, numbers: ["+44 7700 900462"]).map(\.outcome) == [.open(.whose)])
  }

  @Test(arguments: [
    ("138****0461", "13800000461", true), ("138****0461", "+86 138 0000 0461", true),
    ("138****0462", "13800000461", false), ("139****0461", "13800000461", false),
    ("****0461", "13800000461", true),
  ])
  func maskedNumbersAreHeldAgainstTheLines(written: String, own: String, isOwn: Bool) throws {
    let reading = try shippedReader.get().read(
      "尊敬的用户\(written)，您已成功充值50元。",
      .init(receivedOn: try day(Self.today), market: "CN", numbers: [own]))
    #expect(reading.doubts.contains(.anotherNumber) == !isOwn, "\(reading)")
    #expect(!reading.doubts.contains(.namesNumber))
  }
}
