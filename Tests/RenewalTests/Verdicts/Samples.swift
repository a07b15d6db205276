import CardState
import FoundationEssentials
import Renewal

/// One of every kind of thing that a verdict says. A table that lacks a code fails in
/// `SentenceTests`, so what is added to the model is added here.
enum Samples {
  static let day = CalendarDay(year: 2026, month: 7, day: 8)
  private static let someDay: CalendarDay = {
    guard let day else { preconditionFailure("8 July is a day") }
    return day
  }()
  private static let on = Occurrence.day(someDay)
  private static let end = Reason.End(day: someDay, on: .moment(moment("2026-07-09T00:00:00Z")))
  private static let occasion = Reason.Occasion(on: on, amount: money("10 GBP"), day: someDay)
  private static let testimony = Reason.Testimony(
    rule: .refusedByHome, files: ["EF.LOCI"], says: .refused,
    readAt: moment("2026-07-09T10:00:00Z"))
  private static let provenance = Provenance(
    Source(title: "a page", date: someDay, quality: .secondary, layer: .person))

  static let fromRule: [Reason.FromRule.Code: Reason.FromRule] = [
    .clockRuns: .clockRuns(end), .clockNotStarted: .clockNotStarted,
    .clockEnded: .clockEnded(end, Stage.Effect.allCases),
    .whatFollowsUnknown: .whatFollowsUnknown(end), .clockOver: .clockOver(end),
    .windowOpen: .windowOpen(end), .windowMet: .windowMet(end), .noEndDate: .noEndDate,
    .stricterReading: .stricterReading(someDay), .personsDate: .personsDate(someDay),
    .followsClock: .followsClock(someDay), .capped: .capped(someDay),
    .renewsItself: .renewsItself, .debited: .debited(1, of: money("20 INR")),
    .renewalExpected: .renewalExpected(2, since: someDay),
    .noRule: .noRule("nobody"), .chooseRule: .chooseRule(["one", "other"]),
    .assumed: .assumed(Clock.Member.allCases),
    .userReport: .userReport, .dayOnly: .dayOnly, .previousEndUnknown: .previousEndUnknown,
    .mayBe: .mayBe(.quarantined, end, Stage.Effect.allCases),
    .otherReading: .otherReading(end, .active), .renewedWhenOverdue: .renewedWhenOverdue,
    .termsSince: .termsSince(someDay), .renewedAfterEnd: .renewedAfterEnd,
    .zoneAssumed: .zoneAssumed("Europe/Berlin"),
  ]

  static let fromRecord: [Reason.FromRecord.Code: Reason.FromRecord] = [
    .startedBy: .startedBy(occasion), .renewedBy: .renewedBy(occasion),
    .carrierNotice: .carrierNotice(someDay, on: on, amount: nil),
    .personsDate: .personsDate(someDay, on: on, amount: money("1 GBP")),
    .reinstated: .reinstated(occasion), .followsClock: .followsClock(["own"], occasion),
    .packExhausted: .packExhausted(end), .whatFollowsUnknown: .whatFollowsUnknown(end),
    .windowMet: .windowMet(on: on), .cancelled: .cancelled(on: on),
    .portedOut: .portedOut(on: on), .cameTooLate: .cameTooLate(on: on),
    .belowMinimum: .belowMinimum(money("10 GBP"), on: on),
    .sumNotReached: .sumNotReached(money("660 JPY"), on: on), .excluded: .excluded(on: on),
    .cannotTell: .cannotTell(on: on), .inFuture: .inFuture(on: on),
    .usedAfterEnd: .usedAfterEnd(on: on),
    .lowBalance: .lowBalance(money("5 GBP"), balance: money("0.20 GBP"), on: on),
    .lowBalanceExpected: .lowBalanceExpected(
      money("5 GBP"), balance: money("1 GBP"), on: on),
    .feeNotCovered: .feeNotCovered(
      money("10 GBP"), due: someDay, balance: money("1 GBP"), on: on),
    .balanceRunsOut: .balanceRunsOut(
      someDay, rate: money("1 CNY"), balance: money("5 CNY"), on: on),
    .otherCurrency: .otherCurrency(money("10 EUR"), on: on), .declined: .declined(on: on),
    .suspendedAtWish: .suspendedAtWish(occasion), .barred: .barred(on: on),
    .cancellationAhead: .cancellationAhead(on: on),
    .portOutAhead: .portOutAhead(on: on), .reopened: .reopened(on: on),
    .sentAgain: .sentAgain(someDay, on: on),
  ]

  static let fromCard: [Reason.FromCard.Code: Reason.FromCard] = [
    .cardSupports: .supports(nil), .cardContradicts: .contradicts(nil), .cardNotes: .notes(nil),
    .carrierText: .carrierText(someDay),
  ]

  /// Every reason, each with every kind of source that it can have.
  static let reasons: [Reason] =
    fromRule.values.flatMap { what -> [Reason] in
      [
        .rule(what, clock: "number", by: .rule("giffgaff", provenance)),
        .rule(what, clock: "number", by: .person), .rule(what, by: .person),
      ]
    }
    + fromRecord.values.flatMap { what -> [Reason] in
      [.record(what, clock: "number", event: "a"), .record(what, event: "nobody's")]
    }
    + fromCard.values.map { .card($0, testimony) }
    + [
      .rule(.mayBe(.terminated, end, []), by: .person),
      .rule(.otherReading(nil, .unknown), by: .person),
      .rule(.otherReading(end, .quarantined), by: .person),
      .rule(.renewalExpected(1, since: someDay), by: .person),
      .rule(.renewalExpected(0, since: nil), clock: "plan", by: .person),
      .record(.suspendedAtWish(Reason.Occasion(on: on)), event: "a"),
      .rule(.clockEnded(end, []), by: .person), .rule(.windowMet(nil), by: .person),
      .rule(.debited(2, of: money("20 INR")), by: .person), .rule(.noRule(nil), by: .person),
      .card(
        .contradicts(someDay),
        Reason.Testimony(
          rule: .carrierText, files: ["EF.SMS"], says: .validUntil,
          readAt: moment("2026-07-09T10:00:00Z"))),
    ]

  static let steps: [NextStep.Code: NextStep] = [
    .topUp: NextStep(.topUp(.atLeast(money("10 GBP"))), clock: "number", by: someDay),
    .buyPack: NextStep(.buyPack(.moreThan(money("10 GBP")))),
    .use: NextStep(.use(Qualifier.Word.allCases, .moreThan(money("660 JPY")))),
    .activate: NextStep(.activate(.firstAttach)), .install: NextStep(.install),
    .contactCarrier: NextStep(.contactCarrier, clock: "number", by: someDay),
    .askCarrier: NextStep(.askCarrier), .keepBalance: NextStep(.keepBalance),
    .enableProfile: NextStep(.enableProfile), .sendNotifications: NextStep(.sendNotifications),
    .readAgain: NextStep(.readAgain), .findAsset: NextStep(.findAsset),
    .record: NextStep(.record(.anchor, anyOf: [.purchase, .explicitDate])),
    .replace: NextStep(.replace),
    .recordNotice: NextStep(.recordNotice(someDay)), .payOtherwise: NextStep(.payOtherwise),
    .tryAgain: NextStep(.tryAgain), .useHomeMarket: NextStep(.useHomeMarket),
    .confirmRenewal: NextStep(.confirmRenewal, clock: "plan"),
    .resume: NextStep(.resume, by: someDay), .prepareEnd: NextStep(.prepareEnd, by: someDay),
    .removeFromList: NextStep(.removeFromList), .verifyRenewal: NextStep(.verifyRenewal),
    .test: NextStep(.test([.outgoingCall, .outgoingSMS])),
  ]

  static let missing: [Missing.What: Missing] = [
    .rule: .rule, .knownRule: .knownRule, .activation: .activation,
    .anchor: .anchor("number", anyOf: Anchor.Word.allCases), .balance: .balance("number"),
    .billingDay: .billingDay("number"), .stages: .stages("number"),
    .term: .detail(.term, of: "a", clock: "pack"),
    .amount: .detail(.amount, of: "a", clock: "pack"),
    .usage: .detail(.usage, of: "a", clock: "number"),
    .date: .detail(.date, of: "a", clock: "number"),
  ]

  static let renewal: [RenewalVerdict.Reason.Code: RenewalVerdict.Reason] = [
    .newDate: .newDate(someDay), .sameDate: .sameDate(someDay),
    .earlierDate: .earlierDate(someDay), .noDateToCompare: .noDateToCompare(someDay),
    .carrierSaysSo: .carrierSaysSo(topUp(.paid(Statement.Deed()))),
    .declined: .declined(topUp(.declined(Statement.Deed()))),
    .provesNothing: .provesNothing(.noSuccess), .open: .open(.dateOf),
    .otherDate: .otherDate(someDay, .pack), .balanceRose: .balanceRose(money("5 GBP")),
    .balanceRoseByLess: .balanceRoseByLess(money("5 GBP")),
    .balanceSame: .balanceSame(money("0 GBP")), .balancesDiffer: .balancesDiffer,
    .registeredAgain: .registeredAgain, .registeredAsBefore: .registeredAsBefore,
    .stillRefused: .stillRefused, .cardNotReadAgain: .cardNotReadAgain,
    .cardTellsNothing: .cardTellsNothing, .nothingHeard: .nothingHeard,
    .personSaysYes: .personSaysYes, .personSaysNo: .personSaysNo,
  ]

  private static func topUp(_ says: Statement.Says) -> Statement {
    Statement(.balance, says, words: "Your top-up of £5.00")
  }
}
