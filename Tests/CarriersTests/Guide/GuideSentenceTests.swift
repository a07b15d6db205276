import CardState
import Foundation
import Renewal
import Testing
import Words

@testable import Carriers

/// Everything that a guide can say has a sentence in every language, and a form in JSON.
struct GuideSentenceTests {
  /// One action of every kind; `nothingIsForgotten` fails for a kind that is not in it.
  private static func samples() throws -> [GuideAction.Code: GuideAction.What] {
    let day = try #require(CalendarDay("2026-07-08"))
    let amount = Money(10, try #require(Currency(rawValue: "GBP")))
    let way = ContactMethod.sms(
      to: "10086", text: "CZ{voucher}#{name}#{identityEnd}", alternatives: ["C{number}"])
    var service = Service(.keep, by: .miniProgramme(inside: .line, name: "A"))
    service.cost = amount
    service.every = Period(1, .month)
    service.atMost = Period(6, .month)
    service.elsewhere = true
    var barring = Barring()
    barring.after = Period(1, .day)
    barring.still = Barring.Use.allCases
    barring.closedAfter = Period(90, .day)
    barring.recoverBy = .topUp
    barring.reusedAfter = Period(90, .day)
    return [
      .ask: .ask(Fact.Question.allCases, by: .call(number: "10086", keys: "1")),
      .callHotline: .callHotline("10086", fromAbroad: true),
      .callServiceNumber: .callServiceNumber("10010", name: "Help"),
      .findCarrier: .findCarrier, .record: .record(Currency(rawValue: "GBP")),
      .keepByUse: .keepByUse(Qualifier.Word.allCases, .moreThan(amount), until: day),
      .keepByPaying: .keepByPaying(.atLeast(amount), until: day), .keepsItself: .keepsItself,
      .keepsForever: .keepsForever, .keepUnknown: .keepUnknown, .runsOnce: .runsOnce,
      .takePlan: .takePlan(
        Plan(.data, names: LocalText("A", ["zh-Hans": "甲"]), cost: amount, every: Period(1, .month))
      ),
      .choosePlan: .choosePlan(.payAsYouGo),
      .renew: .renew(by: way, pay: Fact.Payment.allCases),
      .installApp: .installApp(LocalText("A"), at: .app(url: nil)), .bindAccount: .bindAccount,
      .pickAndPay: .pickAndPay,
      .manageESIM: .manageESIM(by: .shop(url: nil), for: Fact.Device.allCases),
      .replaceLine: .replaceLine(by: day), .startRenewal: .startRenewal,
      .submitRenewal: .submitRenewal, .verifyRenewal: .verifyRenewal,
      .enableProfile: .enableProfile, .useLine: .useLine, .askSeller: .askSeller,
      .readAgain: .readAgain, .expectDate: .expectDate(laterThan: day), .expectNews: .expectNews,
      .expectBalance: .expectBalance(amount), .expectRegistration: .expectRegistration,
      .expectEnabled: .expectEnabled, .passwordIsNotPIN: .passwordIsNotPIN(triesLeft: 1),
      .passwordIs: .passwordIs(digits: 6),
      .resetPassword: .resetPassword(by: .ussd(code: "*100#")),
      .request: .request(service), .askFor: .askFor(.keep), .barring: .barring(barring),
      .unpublished: .unpublished(.lapse), .seeWhetherPaid: .seeWhetherPaid,
      .failedBecause: .failedBecause(.accountLocked),
      .mayFailBecause: .mayFailBecause(.networkError), .step: .step(NextStep(.askCarrier)),
      .elsewhereWorks: .elsewhereWorks, .elsewhereFails: .elsewhereFails,
      .elsewhereUnknown: .elsewhereUnknown, .waitFor: .waitFor(days: 1, since: day),
      .restartPhone: .restartPhone, .cardWasRefused: .cardWasRefused(.refusedByHome),
      .cardWasAccepted: .cardWasAccepted, .reinstateUntil: .reinstateUntil(day),
      .topUpUntil: .topUpUntil(day), .goneSince: .goneSince(day),
      .afterwardsUnknown: .afterwardsUnknown, .unlinkNumber: .unlinkNumber,
      .profileIsEnabled: .profileIsEnabled, .profileIsDisabled: .profileIsDisabled,
      .profileIsMissing: .profileIsMissing, .activateBy: .activateBy(day),
      .deliverNotifications: .deliverNotifications,
    ]
  }

  /// What is left out where it is not known.
  private static let bare: [GuideAction.What] =
    [
      .ask([], by: .web(url: nil)), .callHotline("10086", fromAbroad: false),
      .callServiceNumber("10010", name: nil), .keepByUse([.data], nil, until: nil),
      .keepByPaying(nil, until: nil), .renew(by: .kiosk(url: nil), pay: []),
      .installApp(nil, at: nil), .expectDate(laterThan: nil), .passwordIsNotPIN(triesLeft: nil),
      .reinstateUntil(nil), .topUpUntil(nil), .goneSince(nil), .activateBy(nil),
      .passwordIs(digits: nil), .manageESIM(by: .web(url: nil), for: []), .barring(Barring()),
    ]
    + Service.Kind.allCases.flatMap {
      [.request(Service($0, by: .call(number: "1", keys: nil))), .askFor($0)]
    }
    + Topic.allCases.map { .unpublished($0) }

  @Test func nothingIsForgotten() throws {
    let samples = try Self.samples()
    #expect(Set(samples.keys) == Set(GuideAction.Code.allCases))
    #expect(samples.allSatisfy { $0.key == GuideAction($0.value).code })
  }

  @Test func everyActionHasASentence() throws {
    let samples = try Self.samples()
    for what in Array(samples.values) + Self.bare {
      for language in Language.all {
        let text = GuideAction(what).sentence(for: "a", in: language).text(in: language)
        #expect(!text.isEmpty)
        #expect(!text.contains("?") && !text.contains("nil") && !text.contains("{"), "\(text)")
        let words = text.matches(of: /\b[a-z]+[A-Z][A-Za-z]*\b/).map { String($0.output) }
        #expect(Set(words).isSubset(of: ["eSIM"]), "\(text)")
      }
    }
  }

  @Test func everyActionHasAFormInJSON() throws {
    let samples = try Self.samples()
    for what in Array(samples.values) + Self.bare {
      let data = try JSONEncoder().encode(GuideAction(what))
      let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      #expect(object?["code"] as? String == GuideAction(what).code.rawValue)
    }
  }

  @Test func problemsAndWaysHaveWords() {
    let ways: [ContactMethod] =
      [
        .call(number: "1", keys: nil), .sms(to: "1", text: "A", alternatives: ["B"]),
        .app(url: "https://a.example"), .web(url: "https://a.example"), .shop(url: nil),
        .kiosk(url: nil), .voucher(url: nil),
      ] + ContactMethod.Host.allCases.map { .miniProgramme(inside: $0, name: nil) }
    for words in ways.map(\.words) + GuideProblem.allCases.map(\.words)
      + Fact.Page.allCases.map(\.words) + Fact.Payment.allCases.map(\.words)
    {
      for language in Language.all { #expect(!words.text(in: language).isEmpty) }
    }
  }
}
