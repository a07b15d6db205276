import Foundation
import Renewal
import Testing

@testable import Ledger

/// Notices are kept before and after they are sent, so that none is lost and none is sent twice for nothing.
struct NoticesTests {
  private let scratch: Scratch
  private let ledger: Ledger

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.open()
    for id in ["a", "b"] {
      try ledger.add(Line(id: id, name: id), at: moment("2026-01-01T00:00:00Z"))
    }
  }

  private func notice() throws -> Notice {
    Notice(
      about: .line("a"), duty: "renew", clock: "number",
      due: try #require(CalendarDay("2026-03-01")), threshold: 7, channel: "mail")
  }

  @Test func aNoticeIsOneForEachSubjectDutyClockDayThresholdAndChannel() throws {
    let notice = try notice()
    #expect(try ledger.states(of: [notice]) == [.new])
    try ledger.intend([notice])
    #expect(try scratch.open().states(of: [notice]) == [.intended])
    try ledger.noteSent([notice], over: "mail")
    #expect(try scratch.open().states(of: [notice]) == [.sent])
    try ledger.intend([notice])
    #expect(try ledger.states(of: [notice]) == [.sent])
    for change: (inout Notice) -> Void in [
      { $0.subject = .line("b") }, { $0.subject = .euicc("1") }, { $0.duty = "topUp" },
      { $0.clock = nil }, { $0.due = CalendarDay("2026-03-02") ?? $0.due }, { $0.threshold = 3 },
      { $0.channel = "web" },
    ] {
      var other = notice
      change(&other)
      #expect(try ledger.states(of: [other, notice]) == [.new, .sent])
    }
  }

  @Test func oneThatWasNeverSentGivesWayToTheNextThreshold() throws {
    let week = try notice()
    var today = week
    today.threshold = 0
    try ledger.intend([week])
    try ledger.intend([today])
    #expect(try ledger.states(of: [week, today]) == [.new, .intended])
  }

  @Test func allOrNoneAreMeantToBeSent() throws {
    let known = try notice()
    var unknown = known
    unknown.subject = .line("nobody")
    #expect(throws: LedgerError.unknownLine) { try ledger.intend([known, unknown]) }
    #expect(try ledger.states(of: [known]) == [.new])
  }

  @Test func aChannelThatFailsRestsLongerEachTimeUntilItWorks() throws {
    let now = ledger.judging.now()
    let rests = try (0..<9).map { _ in
      try ledger.noteFailed(over: "mail").timeIntervalSince(now).rounded()
    }
    #expect(rests.map { ($0 / 60).rounded() } == [5, 10, 20, 40, 80, 160, 320, 360, 360])
    #expect(try ledger.delivery(over: "mail").failures == 9)
    #expect(try ledger.delivery(over: "web") == Delivery())
    try ledger.noteSent([], over: "mail")
    let delivery = try scratch.open().delivery(over: "mail")
    #expect(delivery.failures == 0 && delivery.retryAt == nil && delivery.sentAt != nil)
  }

  @Test func aHushLastsUntilItsEndOrUntilToldOtherwise() throws {
    let now = ledger.judging.now()
    try ledger.set(Hush(), of: "a")
    try ledger.set(Hush(until: now.addingTimeInterval(-1)), of: "b")
    #expect(try ledger.hushes() == ["a": Hush()])
    try ledger.set(nil, of: "a")
    try ledger.set(Hush(until: now.addingTimeInterval(3_600)), of: "b")
    #expect(try ledger.hushes().keys.sorted() == ["b"])
    #expect(throws: LedgerError.unknownLine) { try ledger.set(Hush(), of: "nobody") }
  }
}
