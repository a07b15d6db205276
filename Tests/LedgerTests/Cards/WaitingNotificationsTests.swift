import CardState
import Foundation
import GRDB
import Renewal
import Testing
import Words

@testable import Ledger

/// What was seen waiting on eUICCs, and when.
struct WaitingNotificationsTests {
  private let scratch: Scratch
  private let ledger: Ledger
  private let iccid = "8944000000000000001"
  private let eid = "89049032000000000000000000000001"

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.open()
  }

  private func card(_ readAt: String, _ numbers: [Int]?, isUnread: Bool = false) -> CardSnapshot {
    var card = CardSnapshot(
      readAt: moment(readAt), reader: .init(name: "Made", index: 0), atr: "3B00", protocol: "T=0")
    var euicc = EUICC(isdrAID: "A0", eid: eid, profiles: [])
    euicc.notifications = numbers?.map {
      PendingNotification(
        sequenceNumber: $0, operation: "install", address: "rsp.example.com", iccid: iccid)
    }
    if isUnread {
      euicc.unread = [
        UnreadAnswer(.notifications, code: "x", message: Words(verbatim: "x"))
      ]
    }
    card.euiccs = [euicc]
    return card
  }

  private func waiting() throws -> [WaitingNotification] {
    try ledger.waitingNotifications(seenBefore: moment("2026-12-31T00:00:00Z"))
  }

  @Test func theFirstReadThatHadItCounts() throws {
    try ledger.save(card("2026-02-01T00:00:00Z", [41]))
    try ledger.save(card("2026-02-03T00:00:00Z", [41, 42]))
    let waiting = try waiting()
    #expect(waiting.map(\.notification.sequenceNumber) == [41, 42])
    #expect(
      waiting.map(\.firstSeen) == [moment("2026-02-01T00:00:00Z"), moment("2026-02-03T00:00:00Z")])
    #expect(
      waiting.map(\.lastSeen) == [moment("2026-02-03T00:00:00Z"), moment("2026-02-03T00:00:00Z")])
    #expect(
      try ledger.waitingNotifications(seenBefore: moment("2026-02-02T00:00:00Z"))
        .map(\.notification.sequenceNumber) == [41])
    #expect(
      try ledger.waitingNotifications(on: ["1"], seenBefore: moment("2026-12-31T00:00:00Z")).isEmpty
    )
  }

  @Test func whatIsGoneWaitsNoMore() throws {
    try ledger.save(card("2026-02-01T00:00:00Z", [41, 42]))
    try ledger.save(card("2026-02-02T00:00:00Z", [42]))
    #expect(try waiting().map(\.notification.sequenceNumber) == [42])
    try ledger.save(card("2026-02-03T00:00:00Z", []))
    #expect(try waiting().isEmpty)
  }

  // A read that did not ask, or was not answered, does not say that nothing waits.
  @Test func aReadWithoutAListSaysNothing() throws {
    try ledger.save(card("2026-02-01T00:00:00Z", [41]))
    try ledger.save(card("2026-02-02T00:00:00Z", nil))
    try ledger.save(card("2026-02-03T00:00:00Z", [], isUnread: true))
    let waiting = try waiting()
    #expect(waiting.map(\.notification.sequenceNumber) == [41])
    #expect(waiting.map(\.lastSeen) == [moment("2026-02-01T00:00:00Z")])
  }

  @Test func anOlderReadDoesNotBringBackWhatWasSent() throws {
    try ledger.save(card("2026-02-02T00:00:00Z", []))
    try ledger.save(card("2026-02-01T00:00:00Z", [41]))
    #expect(try waiting().isEmpty)
  }

  // A number that comes again with something else is something else.
  @Test func anotherOneUnderTheSameNumberIsNew() throws {
    try ledger.save(card("2026-02-01T00:00:00Z", [41]))
    var other = card("2026-02-05T00:00:00Z", [41])
    other.euiccs[0].notifications?[0].operation = "delete"
    try ledger.save(other)
    #expect(try waiting().map(\.firstSeen) == [moment("2026-02-05T00:00:00Z")])
  }

  @Test func aPurgeLeavesNothingOfIt() throws {
    var line = Line(id: iccid, name: "Home")
    line.iccid = iccid
    try ledger.add(line, at: moment("2026-01-01T00:00:00Z"))
    var card = card("2026-02-01T00:00:00Z", [41])
    var profile = Profile()
    profile.iccid = iccid
    card.euiccs[0].profiles = [profile]
    try ledger.save(card)
    try ledger.purge(iccid)
    #expect(try waiting().isEmpty)
    let rows = try ledger.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM waiting") }
    #expect(rows == 0)
  }
}
