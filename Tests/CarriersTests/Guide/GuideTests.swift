import CardState
import Foundation
import Renewal
import Testing
import Words

@testable import Carriers

/// A guide has four steps for every carrier and every rule, and says only what is known.
struct GuideTests {
  private static let rules = Result { try RuleBook.shipped() }
  private static let now = Date(timeIntervalSince1970: 1_795_435_200)  // 2026-11-23 12:00 UTC

  private func situation(
    rule: Rule? = nil, carriers: [Carrier] = [], events: [Event] = []
  ) throws -> GuideCase {
    let line = Line(id: "a", name: "a", rule: rule?.id)
    let zone = try #require(TimeZone(identifier: "UTC"))
    let verdict = judge(
      line, by: try Self.rules.get(), events: events, at: Self.now, zone: zone)
    var situation = GuideCase(line: line, verdict: verdict, now: Self.now, zone: zone)
    situation.rule = rule
    situation.carriers = carriers
    return situation
  }

  /// Every carrier with its own rules, with none, and with one that is another's; every rule alone.
  @Test func everyCarrierAndEveryRuleHasFourSteps() throws {
    let book = try Self.rules.get()
    let rules = book.rules
    var cases: [(rule: Rule?, carriers: [Carrier])] = rules.map { ($0, []) } + [(nil, [])]
    for (index, carrier) in try CarrierBook.shipped().carriers.enumerated() {
      let own = carrier.rules.map { book[$0] }
      cases += (own + [nil, rules[index % rules.count]]).map { ($0, [carrier]) }
    }
    for (rule, carriers) in cases {
      let situation = try situation(rule: rule, carriers: carriers)
      let guide = Guide(situation)
      #expect(guide.steps.map(\.phase) == [.check, .choose, .renew, .verify])
      #expect(guide.steps.allSatisfy { !$0.actions.isEmpty })
      for problem in GuideProblem.allCases {
        #expect(!situation.answer(to: problem).isEmpty, "\(problem)")
      }
    }
  }

  @Test func whatIsNotKnownIsSaidSo() throws {
    let guide = Guide(try situation())
    #expect(guide.steps.first?.actions.map(\.code) == [.findCarrier, .record])
    #expect(guide.steps.dropFirst().first?.actions.first?.code == .keepUnknown)
    let region = try situation().answer(to: .region).map(\.code)
    #expect(region.first == .elsewhereUnknown)
  }

  @Test func whoRunsAKnownCarriersLineIsNotAsked() throws {
    for carrier in try CarrierBook.shipped().carriers {
      let situation = try situation(carriers: [carrier])
      let all =
        GuideProblem.allCases.flatMap { situation.answer(to: $0) }
        + Guide(situation).steps.flatMap(\.actions)
      #expect(!all.contains { $0.what == .findCarrier }, "\(carrier.id)")
    }
  }

  @Test func useIsCheaperThanPaying() throws {
    let rule = try #require(try Self.rules.get()["giffgaff"])
    let codes = try situation(rule: rule).choose.map(\.code)
    let use = try #require(codes.firstIndex(of: .keepByUse))
    let pay = try #require(codes.firstIndex(of: .keepByPaying))
    #expect(use < pay)
  }

  @Test func theLeastAmountIsTheRules() throws {
    let rule = try #require(try Self.rules.get()["3hk"])
    let paying = try situation(rule: rule).choose.first { $0.code == .keepByPaying }
    let least = LeastAmount.atLeast(Money(50, try #require(Currency(rawValue: "HKD"))))
    guard case .keepByPaying(least, _) = paying?.what else {
      Issue.record("\(String(describing: paying))")
      return
    }
  }

  @Test func aRecordedFailureIsAnsweredForItself() throws {
    var attempt = RenewalAttempt(id: "x", line: "a", plannedAt: Self.now)
    try attempt.submit(at: Self.now)
    try attempt.fail(.wrongRegion, at: Self.now)
    var situation = try situation()
    situation.attempts = [attempt]
    let answer = situation.answer(to: .failed)
    #expect(answer.first?.what == .failedBecause(.wrongRegion))
    #expect(answer.contains { $0.what == .step(NextStep(.useHomeMarket)) })
  }

  /// A mini-programme is not the carrier's own app, nor is a way in one province the way of all.
  @Test func eachWayIsShownOnceInEachPlace() throws {
    let source = Source(
      title: "t", url: nil, date: nil, quality: .secondary, storedCopy: false, layer: .person)
    let better = Source(
      title: "o", url: nil, date: nil, quality: .operatorsOwn, storedCopy: false, layer: .person)
    func renew(_ way: ContactMethod, _ source: Source, in region: String? = nil) -> Fact {
      var fact = Fact(.renew(by: way, pay: []), source: source)
      fact.region = region
      return fact
    }
    var carrier = Carrier(id: "c", country: "CN", names: LocalText("C"))
    carrier.facts = [
      renew(.shop(url: nil), better, in: "CN-XJ"), renew(.app(url: nil), source),
      renew(.miniProgramme(inside: .weChat, name: "C"), source), renew(.shop(url: nil), source),
      renew(.shop(url: nil), better, in: "CN"), renew(.app(url: nil), better),
    ]
    let ways = try situation(carriers: [carrier]).facts(.renew)
    #expect(
      ways.map(\.method) == [
        .shop(url: nil), .app(url: nil), .miniProgramme(inside: .weChat, name: "C"),
        .shop(url: nil),
      ])
    #expect(ways.map(\.region) == ["CN", nil, nil, "CN-XJ"])
    #expect(ways.prefix(2).allSatisfy { $0.source.quality == .operatorsOwn })
  }

  /// What a carrier says it does is shown; where it says nothing, what to ask and whom.
  @Test(arguments: [
    (GuideProblem.lost, Service.Kind.replace), (.away, .keep), (.identity, .identify),
    (.barred, .reopen), (.notActive, .activate), (.failed, .payment), (.recycled, .unlink),
  ])
  func whatIsDoneOnRequestIsShownOrAskedFor(problem: GuideProblem, kind: Service.Kind) throws {
    let source = Source(
      title: "t", url: "https://a.example", date: nil, quality: .secondary, storedCopy: false,
      layer: .person)
    var carrier = Carrier(id: "c", country: "CN", names: LocalText("C"))
    carrier.facts = [Fact(.hotline(number: "100", abroad: "+861"), source: source)]
    let asked = try situation(carriers: [carrier]).answer(to: problem)
    #expect(asked.contains { $0.what == .askFor(kind) })
    #expect(asked.contains { $0.what == .callHotline("+861", fromAbroad: true) })
    let service = Service(kind, by: .shop(url: nil))
    carrier.facts.append(Fact(.service(service), source: source))
    let known = try situation(carriers: [carrier]).answer(to: problem)
    #expect(known.contains { $0.what == .request(service) })
    #expect(!known.contains { $0.what == .askFor(kind) })
  }

  @Test func whatIsNotPublishedIsSaidSo() throws {
    let source = Source(
      title: "t", url: "https://a.example", date: nil, quality: .operatorsOwn, storedCopy: false,
      layer: .person)
    var carrier = Carrier(id: "c", country: "CN", names: LocalText("C"))
    carrier.facts = Topic.allCases.map { Fact(.unpublished($0), source: source) }
    let situation = try situation(carriers: [carrier])
    for (problem, topic) in [
      (GuideProblem.password, Topic.password), (.failed, .payment), (.region, .elsewhere),
      (.notActive, .activation), (.lost, .lostCard), (.barred, .debt), (.away, .keeping),
      (.identity, .identity), (.recycled, .reuse), (.recycled, .lapse),
    ] {
      let answer = situation.answer(to: problem)
      #expect(answer.contains { $0.what == .unpublished(topic) }, "\(problem)")
    }
  }

  @Test(
    arguments: [
      (ContactMethod.call(number: "10086", keys: nil), "tel:10086"),
      (.call(number: "+441234", keys: "1"), "tel:+441234,1"),
      (.ussd(code: "*100*7#"), "tel:*100*7%23"),
      (.sms(to: "10001", text: "102", alternatives: []), "sms:10001?body=102"),
      (
        .sms(to: "10086", text: "余额 1&2", alternatives: []),
        "sms:10086?body=%E4%BD%99%E9%A2%9D%201%262"
      ),
      (.sms(to: "10086", text: "CZ{voucher}", alternatives: []), nil),
      (.sms(to: "10086", text: "MMCZ#{identity}", alternatives: []), nil),
      (.ussd(code: "*102*{identityEnd}#"), nil), (.miniProgramme(inside: .weChat, name: "a"), nil),
      (.web(url: "https://a.example/b?c=d"), "https://a.example/b?c=d"), (.shop(url: nil), nil),
    ] as [(ContactMethod, String?)])
  func waysAreAddressesThatAPhoneOpens(way: ContactMethod, uri: String?) {
    #expect(way.uri == uri)
  }

  @Test func jsonSpellsOutTheWay() throws {
    let way = ContactMethod.sms(to: "10086", text: "YE", alternatives: ["CXYE"])
    let action = GuideAction(.ask([.balance], by: way))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(
      String(decoding: try encoder.encode(action), as: UTF8.self)
        == #"{"alternatives":["CXYE"],"asks":["balance"],"by":"sms","code":"ask","number":"10086","text":"YE","uri":"sms:10086?body=YE"}"#
    )
  }
}
