import Foundation
import Renewal
import Testing

/// What was probably typed wrong is found, and nothing else.
struct RecordingDoubtTests {
  private let now = moment("2026-11-26T12:00:00Z")
  private let zones = [TimeZone.gmt]

  private func doubts(_ event: Event, beside: [Event] = []) -> [Doubt] {
    event.doubts(beside: beside, at: now, in: zones)
  }

  @Test func whatHappenedIsNotDoubted() throws {
    for event in [
      on("2026-11-26", .topUp, "10 GBP"), on("2026-11-26T11:59:00Z", .outgoingCall, "0 GBP"),
      on("2026-11-01", .balance, "0 GBP"), on("2016-11-01", .activation),
      on("2026-11-20", .notice, date: "2028-12-31"), on("2027-12-31", .cancel),
      on("2027-01-01", .suspension, "5 CNY", date: "2027-06-30"),
    ] { #expect(doubts(event).isEmpty, "\(event.id)") }
  }

  @Test func eachThingThatLooksWrongIsNamed() throws {
    #expect(doubts(on("2026-11-27", .topUp, "10 GBP")) == [.notYet(try day("2026-11-27"))])
    #expect(doubts(on("2062-11-26", .topUp)) == [.yearsAway(try day("2062-11-26"))])
    #expect(doubts(on("1996-11-26", .topUp)) == [.yearsAway(try day("1996-11-26"))])
    #expect(
      doubts(on("2026-11-26", .notice, date: "2206-01-01")) == [.yearsAway(try day("2206-01-01"))])
    #expect(doubts(on("2026-11-26", .charge, "0 GBP")) == [.noAmount(money("0 GBP"))])
    #expect(doubts(on("2026-11-26", .balance, "-2 GBP")) == [.noAmount(money("-2 GBP"))])
    let odd = try #require(Currency(rawValue: "XXQ"))
    #expect(doubts(on("2026-11-26", .topUp, "5 XXQ")) == [.unknownCurrency(odd)])
  }

  @Test func theSameThingTwiceIsDoubtedUntilItWasUndone() throws {
    let paid = on("2026-11-20", .topUp, "10 GBP")
    var again = paid
    again.id = "again"
    #expect(doubts(again, beside: [paid]) == [.twice(.topUp, try day("2026-11-20"))])
    var undo = on("2026-11-21", .undo)
    undo.undoes = paid.id
    #expect(doubts(again, beside: [paid, undo]).isEmpty)
    #expect(doubts(on("2026-11-20", .topUp, "15 GBP"), beside: [paid]).isEmpty)
    #expect(doubts(on("2026-11-20", .use), beside: [on("2026-11-20", .use)]).isEmpty)
  }
}
