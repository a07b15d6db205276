import CardState
import Carriers
import Foundation
import Renewal
import Testing
import Words

@testable import cardinfo

/// Every word of the model has words for people; a forgotten one would be shown as it is in JSON.
struct WordingTests {
  @Test(arguments: GuideAction.Code.allCases) func actionsHaveSentences(code: GuideAction.Code) {
    let action = GuideAction(code) {
      $0.words = [code == .choosePlan ? "data" : code == .step ? "topUp" : "paymentDeclined"]
      $0.plan = Plan(.data, names: LocalText("a"))
    }
    #expect(action.sentence(for: "a").description != code.rawValue)
  }

  @Test(arguments: Reason.Code.allCases) func reasonsHaveSentences(code: Reason.Code) throws {
    let line = Line(id: "a", name: "a", rule: "giffgaff")
    let zone = try #require(TimeZone(identifier: "UTC"))
    let verdict = judge(
      line, by: try RuleBook.shipped(), events: [], at: Date(timeIntervalSince1970: 0), zone: zone)
    var reason = try #require(verdict.reasons.first)
    reason.code = code
    let words = ReasonWords(verdict: verdict, events: [], zone: zone)
    #expect(words.sentence(reason).description != code.rawValue)
  }

  @Test func evidenceHasWords() {
    for rule in Evidence.Rule.known { #expect(rule.words.description != rule.rawValue) }
  }
}
