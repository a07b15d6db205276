import CardState
import Foundation
import Testing
import Words

@testable import Ledger

/// A card is known to be no eUICC by a read that came to the end of its search, and by nothing less.
struct PlainCardsTests {
  private let scratch: Scratch
  private let ledger: Ledger
  private let iccid = "8944000000000000001"

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.open()
  }

  private func card(
    _ readAt: String = "2026-02-20T00:00:00Z", search: CardSnapshot.EUICCSearch? = .brief
  ) -> CardSnapshot {
    var card = CardSnapshot(
      readAt: moment(readAt), reader: .init(name: "Made", index: 0), atr: "3B00", protocol: "T=0")
    card.iccid = iccid
    card.euiccSearch = search
    return card
  }

  private func isKnown(atr: String = "3B00") throws -> Bool {
    try ledger.knowsAsPlain(iccid: iccid, answerToReset: atr)
  }

  @Test(arguments: [CardSnapshot.EUICCSearch.whole, .brief])
  func aSearchThatFoundNoneIsBelieved(search: CardSnapshot.EUICCSearch) throws {
    #expect(try !isKnown())
    try ledger.save(card(search: search))
    #expect(try isKnown())
    // A profile may have the number of a SIM before it: that is another card.
    #expect(try !isKnown(atr: "3B01"))
  }

  @Test func whatWasNotSearchedIsNot() throws {
    try ledger.save(card(search: nil))
    try ledger.save(card("2026-02-21T00:00:00Z", search: .remembered))
    #expect(try !isKnown())
  }

  @Test func aCardThatWasMuteWhenAskedIsNotKnown() throws {
    var failed = card()
    failed.unread = [
      UnreadAnswer(.selectISDR, code: "euicc.selectFailed", message: Words(verbatim: "failed"))
    ]
    try ledger.save(failed)
    #expect(try !isKnown())
  }

  @Test func theLastSearchCounts() throws {
    try ledger.save(card())
    var euicc = card("2026-02-21T00:00:00Z")
    euicc.euiccs = [EUICC(isdrAID: "A0", eid: "89049032000000000000000000000001")]
    try ledger.save(euicc)
    #expect(try !isKnown())
    try ledger.save(card("2026-02-22T00:00:00Z", search: .remembered))
    #expect(try !isKnown())
    try ledger.save(card("2026-02-23T00:00:00Z"))
    #expect(try isKnown())
  }

  @Test func itIsNotBelievedForEver() throws {
    try ledger.save(card("2025-11-30T00:00:00Z"))
    #expect(try !isKnown())
    try ledger.save(card("2025-12-02T00:00:00Z"))
    #expect(try isKnown())
    // From a time to come.
    try ledger.save(card("2026-03-02T00:00:00Z"))
    #expect(try !isKnown())
  }

  @Test func aProfileOnAnotherCardIsNoCard() throws {
    var euicc = card("2026-02-21T00:00:00Z", search: .whole)
    euicc.iccid = "8944000000000000019"
    var profile = Profile()
    profile.iccid = iccid
    euicc.euiccs = [
      EUICC(isdrAID: "A0", eid: "89049032000000000000000000000001", profiles: [profile])
    ]
    try ledger.save(card())
    try ledger.save(euicc)
    // The number is on an eUICC now.
    #expect(try !isKnown())
  }
}
