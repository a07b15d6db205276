import FoundationEssentials
import Renewal
import Testing

/// What is on a line, by what was noted and what came and went since.
struct BalanceTests {
  private func verdict(
    _ events: [Event], at text: String = "2026-03-01", _ change: (inout Line) -> Void = { _ in }
  ) throws -> Verdict {
    try judged("pay-as-you-go", events, at: text + "T12:00:00Z") {
      $0.lowBalance = money("10 GBP")
      change(&$0)
    }
  }

  @Test(
    arguments: [
      ([], "0.2 GBP", true), ([on("2026-01-02", .topUp, "5 GBP")], "5.2 GBP", true),
      ([on("2026-01-02", .topUp, "10 GBP")], "10.2 GBP", false),
      (
        [on("2026-01-02", .topUp, "10 GBP"), on("2026-01-03", .charge, "0.21 GBP")], "9.99 GBP",
        true
      ),
      ([on("2026-01-02", .transferIn, "9.8 GBP")], "10 GBP", false),
      (
        [on("2026-01-02", .refund, "12 GBP"), on("2026-01-03", .transferOut, "3 GBP")], "9.2 GBP",
        true
      ),
      ([on("2025-12-31", .topUp, "50 GBP")], "0.2 GBP", true),
      ([on("2026-01-02", .topUp, "50 EUR")], "0.2 GBP", true),
    ] as [([Event], String, Bool)])
  func itIsMovedByWhatIsRecordedAfterIt(events: [Event], present: String, isLow: Bool) throws {
    let found = try verdict([on("2026-01-01", .balance, "0.2 GBP")] + events)
    #expect(found.balance?.noted == money("0.2 GBP"))
    #expect(found.balance?.present == money(present))
    #expect(found.duties.map(\.what) == (isLow ? [.topUp] : []))
    #expect(found.severity == (isLow ? .warning : .ok))
    #expect(found.reasons.contains { $0.code == .record(.lowBalance) } == isLow)
  }

  @Test func anotherCurrencyIsNamedAndNotCounted() throws {
    let found = try verdict(
      [on("2026-01-01", .balance, "0.2 GBP"), on("2026-01-02", .topUp, "50 EUR")])
    #expect(
      found.reasons.compactMap(\.fromRecord)
        .contains(.otherCurrency(money("50 EUR"), on: .day(try day("2026-01-02")))))
    let none = try verdict([on("2026-01-01", .balance, "50 EUR")])
    #expect(none.balance == nil)
    #expect(none.reasons.contains { $0.code == .record(.otherCurrency) })
  }

  // 10 pay ten days after the one on which they were noted.
  @Test func theDayRateRunsItDown() throws {
    let events = [on("2026-01-01", .balance, "10 CNY")]
    func found(at text: String) throws -> Verdict {
      try verdict(events, at: text) {
        $0.lowBalance = money("4 CNY")
        $0.dayRate = money("1 CNY")
      }
    }
    let early = try found(at: "2026-01-03")
    #expect(early.duty?.what == .topUp && early.deadline?.description == "2026-01-11")
    #expect(early.balance?.expected == money("8 CNY"))
    #expect(early.reasons.contains { $0.code == .record(.balanceRunsOut) })
    let low = try found(at: "2026-01-08")
    #expect(low.reasons.contains { $0.code == .record(.lowBalanceExpected) })
    #expect(low.duties.map(\.listedOn.description) == ["2026-01-08", "2026-01-08"])
    let out = try found(at: "2026-01-20")
    #expect(out.severity == .critical && out.duty?.daysLeft == -9)
  }
}
