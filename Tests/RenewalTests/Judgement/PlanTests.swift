import FoundationEssentials
import Renewal
import Testing

/// What renews itself is expected, not known; and what it costs is held against what is there.
struct PlanTests {
  private static let started = on("2026-01-01", .activation)

  private func line(_ renewal: Subscription.Renewal, _ change: (inout Line) -> Void = { _ in })
    -> Line
  {
    var line = Line(id: "a", name: "a")
    line.subscription = Subscription(fee: money("10 GBP"), every: Period(30, .day), renewal)
    change(&line)
    return line
  }

  private func verdict(_ line: Line, _ events: [Event], at text: String) -> Verdict {
    judge(line, by: RuleBook(), events: events, at: moment(text + "T12:00:00Z"), zone: .gmt)
  }

  // Periods begin on 1 and 31 January, 2 March, 1 April and 1 May.
  @Test(
    arguments: [
      ("2026-01-15", .derived, nil), ("2026-02-05", .estimated, nil),
      ("2026-03-01", .estimated, nil), ("2026-03-02", .estimated, "2026-03-02"),
      ("2035-01-15", .estimated, "2026-03-02"),
    ] as [(String, Confidence, String?)])
  func eachPeriodWithoutEvidenceMakesItLessSure(
    at: String, sure: Confidence, doubtfulSince: String?
  ) throws {
    let found = verdict(line(.card), [Self.started], at: at)
    #expect(found.state == .active)
    #expect(found.confidence == sure)
    #expect(found.duty?.what == doubtfulSince.map { _ in .confirmRenewal })
    #expect(found.actBy?.description == doubtfulSince)
    #expect(found.severity == (doubtfulSince == nil ? .ok : .warning))
    #expect(found.next.map(\.code) == (doubtfulSince == nil ? [] : [.confirmRenewal]))
  }

  @Test(arguments: [
    on("2026-03-02", .renewal), on("2026-03-02", .charge, "10 GBP"),
    on("2026-03-04", .pack, "10 GBP"), on("2026-02-28", .renewal),
    on("2026-03-03", .notice, date: "2026-03-31", clock: "plan"),
  ]) func whatShowsThatItRenewedEndsTheDoubt(event: Event) throws {
    let found = verdict(line(.card), [Self.started, event], at: "2026-03-10")
    #expect(found.duties.isEmpty && found.severity == .ok)
    #expect(found.confidence != .estimated)
    #expect(found.clocks.first?.lastDay?.description == "2026-03-31")
  }

  @Test(arguments: [
    on("2026-03-04", .charge, "2 GBP"), on("2026-03-04", .use),
    on("2026-03-04", .balance, "3 GBP"), on("2026-03-02", .renewal, clock: "other"),
  ]) func whatShowsNothingOfThePlanDoesNot(event: Event) throws {
    let found = verdict(line(.card), [Self.started, event], at: "2026-03-10")
    #expect(found.duty?.what == .confirmRenewal)
  }

  @Test func aBundleThatNothingEverShowedIsInDoubtAtOnce() throws {
    let found = try judged("monthly-bundle", [], at: "2035-02-10T12:00:00Z") { $0.billingDay = 15 }
    #expect(found.duty?.what == .confirmRenewal)
    #expect(found.severity == .warning && found.confidence == .estimated)
    #expect(found.reasons.contains { $0.code == .rule(.renewalExpected) })
  }

  // 35 pays 31 January, 2 March and 1 April; on 1 May 5 are left.
  @Test func theBalanceIsHeldAgainstTheFeesToCome() throws {
    let events = [Self.started, on("2026-01-01", .balance, "35 GBP")]
    let found = verdict(line(.balance), events, at: "2026-01-10")
    #expect(found.duty?.what == .topUp && found.duty?.clock == "plan")
    #expect(found.deadline?.description == "2026-04-30")
    #expect(found.actBy?.description == "2026-04-27")
    #expect(found.severity == .ok)
    guard
      case .feeNotCovered(let fee, let due, let left, _)? = found.reasons.lazy
        .compactMap(\.fromRecord).first(where: { $0.code == .feeNotCovered })
    else { throw Missed() }
    #expect(fee == money("10 GBP") && due.description == "2026-05-01" && left == money("5 GBP"))
    let later = verdict(line(.balance), events, at: "2026-03-10")
    #expect(later.balance?.present == money("35 GBP"))
    #expect(later.balance?.expected == money("15 GBP"))
  }

  private struct Missed: Error {}

  @Test func twoUnpaidFeesAreNoticed() throws {
    let events = [Self.started, on("2026-01-20", .balance, "1 GBP")]
    let found = verdict(line(.balance), events, at: "2026-03-05")
    #expect(found.duties.map(\.what) == [.topUp, .confirmRenewal])
    #expect(found.deadline?.description == "2026-01-30")
    #expect(found.severity == .critical && found.confidence == .estimated)
    #expect(found.next.first?.least == .atLeast(money("9 GBP")))
  }

  // 1 and 20 are 21: the fee of 31 January, that of 2 March; 1 is left on 1 April.
  @Test func aTopUpPaysWhatWasDue() throws {
    let events = [
      Self.started, on("2026-01-20", .balance, "1 GBP"), on("2026-02-01", .topUp, "20 GBP"),
    ]
    let found = verdict(line(.balance), events, at: "2026-02-02")
    #expect(found.deadline?.description == "2026-03-31")
    #expect(found.severity == .ok)
  }

  @Test func aBalanceThatDidNotFallShowsNoRenewal() throws {
    let events = [
      Self.started, on("2026-01-25", .balance, "40 GBP"), on("2026-03-04", .balance, "40 GBP"),
    ]
    #expect(
      verdict(line(.balance), events, at: "2026-03-10").duties.contains {
        $0.what == .confirmRenewal
      })
    let fell = events.dropLast() + [on("2026-03-04", .balance, "20 GBP")]
    #expect(
      !verdict(line(.balance), Array(fell), at: "2026-03-10").duties.contains {
        $0.what == .confirmRenewal
      })
  }

  @Test func aPlanThatDoesNotRenewItselfIsDue() throws {
    let running = verdict(line(.none), [Self.started], at: "2026-01-20")
    #expect(running.duty?.what == .buyPack)
    #expect(running.deadline?.description == "2026-01-30")
    #expect(running.actBy?.description == "2026-01-27")
    let over = verdict(line(.none), [Self.started], at: "2026-02-03")
    #expect(over.duty?.what == .buyPack && over.duty?.daysLeft == -4)
    #expect(!over.isOver)
    let paid = verdict(line(.none), [Self.started, on("2026-01-29", .renewal)], at: "2026-02-03")
    #expect(paid.deadline?.description == "2026-02-27")
  }

  // A plan of the 15th lasts until the 14th.
  @Test func aPlanGoesByTheLinesBillingDay() throws {
    let monthly = line(.none) {
      $0.subscription?.period = Period(1, .month)
      $0.billingDay = 15
    }
    let found = verdict(monthly, [on("2026-01-20", .renewal)], at: "2026-02-01")
    #expect(found.deadline?.description == "2026-02-14")
  }
}
