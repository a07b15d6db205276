import Carriers
import FoundationEssentials
import Renewal
import Testing
import Words

/// What a person is told who writes a rule: where, what is wrong, what is allowed.
struct RuleFileTests {
  /// A rule that is as it has to be, line by line.
  static let good = """
    {
      "schema": "cardinfo.carriers",
      "schemaVersion": "2.0",
      "carriers": [
        {
          "id": "its-carrier",
          "names": {"en": "Some Carrier"},
          "kind": "network",
          "sources": {"a": {"title": "its page", "quality": "O"}},
          "rules": [
            {
              "id": "some-carrier",
              "source": "a",
              "zone": "Europe/London",
              "clocks": [
                {
                  "id": "number",
                  "subject": "number",
                  "anchor": ["activation", "lastTopUp"],
                  "period": {"n": 180, "unit": "day"},
                  "qualifying": [{"events": ["topUp"]}],
                  "stages": [{"name": "grace", "recoverBy": "topUp"}]
                }
              ]
            }
          ]
        }
      ]
    }
    """

  private func problems(_ text: String) -> [String] {
    do {
      _ = try CarrierFile(reading: text.utf8, name: "x.json", layer: .person)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func aGoodFileIsRead() throws {
    let rules = try CarrierFile(reading: Self.good.utf8, name: "x.json", layer: .person).rules
    let clock = try #require(rules.first?.clocks.first)
    #expect(rules.map(\.id) == ["some-carrier"])
    #expect(rules.first?.carrier == "Some Carrier")
    #expect(rules.first?.provenance.source.title == "its page")
    #expect(clock.period == Period(180, .day))
    #expect(clock.boundary == .endOfDay)
    #expect(clock.renewFrom == .event)
    #expect(!clock.firstDayCounts)
    #expect(clock.auto == .none)
  }

  @Test(
    arguments: [
      (
        "\"day\"", "\"days\"", "\"days\"",
        "\"days\" is not a word for this; allowed: hour, day, month, year"
      ),
      ("180", "0", "0, ", "0 is out of range; allowed: 1 to 36500 units"),
      ("180", "\"180\"", "\"180\"", "a whole number is expected"),
      ("180", "180.5", "180.5", "a whole number is expected"),
      (
        "\"period\"", "\"periode\"", "\"periode\"",
        "unknown member \"periode\"; allowed: id, subject, governs, anchor, period, firstPeriod, tiers, renewFrom, cap, boundary, firstDayCounts, zone, qualifying, once, auto, stages, loss, readingOf, note, source, assumed"
      ),
      (
        "\"subject\": \"number\",", "", "{\n              \"id\": \"number\"",
        "the member \"subject\" is missing"
      ),
      ("\"O\"", "\"A\"", "\"A\"", "\"A\" is not a word for this; allowed: O, S, U"),
      (
        "Europe/London", "Europe/Londen", "\"Europe/Londen\"",
        "\"Europe/Londen\" is not a time zone of tz database \(Zone.dataVersion); allowed: an IANA name such as Europe/London, or an offset such as +08:00"
      ),
      (
        "Europe/London", "EST", "\"EST\"",
        "\"EST\" is not a time zone of tz database \(Zone.dataVersion); allowed: an IANA name such as Europe/London, or an offset such as +08:00"
      ),
      (
        "Europe/London", "+8:00", "\"+8:00\"",
        "\"+8:00\" is not a time zone of tz database \(Zone.dataVersion); allowed: an IANA name such as Europe/London, or an offset such as +08:00"
      ),
      (
        "lastTopUp", "lastTopup", "\"lastTopup\"",
        "\"lastTopup\" is not an anchor; allowed: purchase, install, activation, firstAttach, firstData, lastTopUp, lastChargeable, lastUse, billingDay, explicitDate, or an object with clockEnd, billingDay or date"
      ),
      (
        "\"lastTopUp\"", "{\"billingDay\": 32}", "32",
        "32 is out of range; allowed: 1 to 31 days of a month"
      ),
      (
        "\"lastTopUp\"", "{}", "{}",
        "an anchor without one meaning; allowed: a word, or an object with clockEnd (and plusDays), billingDay or date"
      ),
      (
        "\"lastTopUp\"", "{\"clockEnd\": \"pack\"}", "\"pack\"",
        "no clock is named \"pack\"; allowed: a clock of this rule"
      ),
      (
        "\"lastTopUp\"", "{\"clockEnd\": \"number\"}", "\"number\"}",
        "the clock waits for its own end"
      ),
      (
        "\"lastTopUp\"", "\"billingDay\"", "\"billingDay\"",
        "a billing day needs a period of months or years"
      ),
      (
        "[\"activation\", \"lastTopUp\"]", "[]", "[],",
        "nothing starts the clock; allowed: at least one anchor"
      ),
      ("[\"topUp\"]", "[]", "[]}", "nothing counts; allowed: at least one event"),
      (
        "[\"topUp\"]", "[\"topup\"]", "\"topup\"",
        "\"topup\" is not a word for this; allowed: topUp, pack, outgoingCall, outgoingSMS, outgoingMMS, incomingCall, incomingSMS, incomingMMS, data, activation, install, firstAttach, firstData"
      ),
      (
        "[\"topUp\"]", "[\"topUp\"], \"atLeast\": {\"amount\": 5, \"currency\": \"GBP\"}", "5, \"c",
        "a text is expected"
      ),
      (
        "[\"topUp\"]", "[\"topUp\"], \"atLeast\": {\"amount\": \"5,00\", \"currency\": \"GBP\"}",
        "\"5,00\"", "\"5,00\" is not an amount; allowed: digits with at most one point"
      ),
      (
        "[\"topUp\"]", "[\"topUp\"], \"atLeast\": {\"amount\": \"-5\", \"currency\": \"GBP\"}",
        "{\"amount\"", "an amount below zero"
      ),
      (
        "[\"topUp\"]", "[\"topUp\"], \"atLeast\": {\"amount\": \"5\", \"currency\": \"£\"}",
        "\"£\"", "\"£\" is not a currency; allowed: a code of ISO 4217 such as GBP"
      ),
      (
        "some-carrier", "Some-Carrier", "\"Some-Carrier\",",
        "\"Some-Carrier\" is not a name; allowed: small letters, digits, single hyphens"
      ),
      (
        "\"quality\"", "\"date\": \"2026-11-01\", \"url\": \"www.example.org\", \"quality\"",
        "\"www",
        "\"www.example.org\" is not an address; allowed: https://…, or no url at all"
      ),
      (
        "\"quality\"", "\"date\": \"2026-02-30\", \"quality\"", "\"2026",
        "\"2026-02-30\" is not a day; allowed: a day of the calendar as YYYY-MM-DD"
      ),
      (
        "\"zone\"", "\"market\": \"UK!\", \"zone\"", "\"UK!\"",
        "\"UK!\" is not a country; allowed: two letters of ISO 3166-1"
      ),
      (
        "\"zone\"", "\"assumed\": [\"perod\"], \"zone\"", "\"perod\"",
        "\"perod\" is not a word for this; allowed: subject, anchor, period, firstPeriod, tiers, renewFrom, cap, boundary, firstDayCounts, zone, qualifying, auto, stages"
      ),
      (
        "\"quality\"", "\"url\": null, \"quality\"", "null",
        "null is not allowed: leave the member out"
      ),
      (
        "\"zone\"", "\"carrier\": \"\", \"zone\"", "\"\"", "the carrier's name is empty"
      ),
      ("\"source\": \"a\"", "\"source\": \"b\"", "\"b\"", "no source is named \"b\"; allowed: a"),
      (
        "\"zone\"", "\"provenance\": {}, \"zone\"", "\"provenance\"",
        "unknown member \"provenance\"; allowed: id, carrier, market, plan, source, assumed, zone, from, earlier, note, clocks"
      ),
      (
        "\"subject\"", "\"source\": \"b\", \"subject\"", "\"b\"",
        "no source is named \"b\"; allowed: a"
      ),
      (
        "\"subject\"", "\"assumed\": [\"perod\"], \"subject\"", "\"perod\"",
        "\"perod\" is not a word for this; allowed: subject, anchor, period, firstPeriod, tiers, renewFrom, cap, boundary, firstDayCounts, zone, qualifying, auto, stages"
      ),
      ("\"2.0\"", "\"3.0\"", "\"3.0\"", "version 3.0 is not read here; allowed: 2.0"),
      (
        "\"rules\": [", "\"rules\": {", "{\n          \"id\": \"some",
        "the name of a member is expected, in quotation marks"
      ),
    ] as [(String, String, String, String)])
  func aMistakeIsTold(from: String, to: String, place: String, problem: String) throws {
    let text = Self.good.replacing(from, with: to, maxReplacements: 1)
    let expected = "x.json:\(try position(of: place, in: text)): \(problem)"
    #expect(problems(text).contains(expected), "\(problems(text))")
  }

  /// Line and column of the first place where something stands in a text.
  private func position(of place: String, in text: String) throws -> String {
    let range = try #require(text.firstRange(of: place), "\(place)")
    let before = text[..<range.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
    return "\(before.count):\((before.last?.count ?? 0) + 1)"
  }

  @Test(
    arguments: [
      ("", "x.json:1:1: the text ends where a value is expected"),
      ("{\"a\": 1,}", "x.json:1:9: the name of a member is expected, in quotation marks"),
      ("{\"a\": 1, \"a\": 2}", "x.json:1:10: \"a\" stands here twice"),
      ("{\n  \"名\": tru\n}", "x.json:2:8: \"tru\" is no value; texts stand in quotation marks"),
      ("{\"a\": \"b\n\"}", "x.json:1:9: a control character in a text"),
      ("{\"a\": \"b", "x.json:1:7: a text without its end"),
      ("{\"a\": \"\\x\"}", "x.json:1:7: a text with a broken escape or broken UTF-8"),
      ("{} {}", "x.json:1:4: text after the end of the document"),
      (String(repeating: "[", count: 5_000), "x.json:1:34: nested too deeply"),
      ("[]", "x.json:1:1: an object is expected"), ("7", "x.json:1:1: an object is expected"),
      ("{}", "x.json:1:1: the member \"schema\" is missing"),
    ] as [(String, String)])
  func brokenTextsAreTold(text: String, problem: String) {
    #expect(problems(text) == [problem])
  }

  @Test func everyRuleIsLookedAt() {
    func file(_ rules: [String]) -> String {
      let (before, after) = (Self.good.split(separator: "\n").prefix(10), "\n]}]}")
      return before.joined(separator: "\n") + "\n" + rules.joined(separator: ",\n") + after
    }
    // The rule alone has 15 lines; the period is in its 10th.
    let rule = Self.good.split(separator: "\n").dropFirst(10).dropLast(4).joined(separator: "\n")
    let other = rule.replacing("some-carrier", with: "other-carrier")
    let odd = rule.replacing("day", with: "week")
    let found = problems(file([rule.replacing("180", with: "0"), other, odd]))
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("x.json:20:") == true, "\(found)")
    #expect(found.last?.hasPrefix("x.json:50:") == true, "\(found)")
    #expect(
      problems(file([rule, rule]))
        == ["x.json:27:17: a rule named \"some-carrier\" stands above already"])
  }

  @Test(
    arguments: [
      (
        "\"tiers\": [{\"from\": {\"amount\": \"1\", \"currency\": \"GBP\"}, \"period\": {\"n\": 1, \"unit\": \"day\"}}],",
        "a clock has a period or tiers, not both"
      ),
      (
        "\"boundary\": \"instant\", \"firstDayCounts\": true,",
        "counting the first day needs the boundary \"endOfDay\""
      ),
    ] as [(String, String)])
  func whatCannotBeMeantIsTold(members: String, problem: String) {
    let text = Self.good.replacing(
      "\"subject\"", with: members + " \"subject\"", maxReplacements: 1)
    #expect(problems(text).first?.hasSuffix(problem) == true, "\(problems(text))")
  }

  @Test func stagesGetWorse() throws {
    let stages = """
      {"name": "quarantined", "period": {"n": 1, "unit": "day"}, "recoverBy": "contact"},
      {"name": "grace", "recoverBy": "topUp"},
      {"name": "suspended", "recoverBy": "topUp"}
      """
    let text = Self.good.replacing(
      "{\"name\": \"grace\", \"recoverBy\": \"topUp\"}", with: stages, maxReplacements: 1)
    #expect(
      problems(text) == [
        "x.json:\(try position(of: "{\"name\": \"grace", in: text)): "
          + "only the last stage can do without a period",
        "x.json:\(try position(of: "\"grace\"", in: text)): "
          + "a line gets worse from stage to stage; allowed: grace, then suspended, then quarantined",
      ])
  }

  @Test(
    arguments: [
      (
        "\"recoverBy\": \"topUp\"", "\"recoverBy\": \"topUp\", \"discretion\": \"might\"",
        "\"might\"", "\"might\" is not a word for this; allowed: may, does"
      ),
      (
        "\"recoverBy\": \"topUp\"", "\"recoverBy\": \"topUp\", \"discretion\": \"may\"",
        "\"may\"", "what a line has in a time of grace is not taken; allowed: does"
      ),
      (
        "\"recoverBy\": \"topUp\"", "\"recoverBy\": \"topUp\", \"source\": \"b\"", "\"b\"",
        "no source is named \"b\"; allowed: a"
      ),
      (
        "\"stages\": [{\"name\": \"grace\", \"recoverBy\": \"topUp\"}]",
        "\"loss\": {\"discretion\": \"may\"}", "{\"discretion\"",
        "a loss follows stages; allowed: \"stages\", or none"
      ),
      (
        "\"subject\"", "\"readingOf\": \"nothing\", \"subject\"", "\"nothing\"",
        "\"nothing\" can't be read in another way; allowed: a clock of this rule with the same subject that is no reading itself"
      ),
      (
        "\"subject\"", "\"once\": true, \"subject\"", "true",
        "what runs once is renewed by nothing: no qualifying, no auto"
      ),
      ("\"subject\"", "\"note\": {\"de\": \"\"}, \"subject\"", "{\"de\"", Self.noEnglish),
      (
        "\"zone\"", "\"earlier\": [{\"clocks\": []}], \"zone\"", "[{\"clocks\": []",
        "terms of before need the day from which today's hold: \"from\""
      ),
      (
        "\"zone\"",
        "\"from\": \"2026-01-01\", \"earlier\": [{\"from\": \"2026-02-01\", \"clocks\": []}], \"zone\"",
        "\"2026-02-01\"", "the latest terms stand first; allowed: a day before 2026-01-01"
      ),
      (
        "\"zone\"",
        "\"from\": \"2026-01-01\", \"earlier\": [{\"clocks\": [{\"id\": \"x\", \"subject\": \"pack\", \"anchor\": [\"purchase\"]}]}], \"zone\"",
        "\"x\"",
        "\"x\" is no clock of today's; allowed: one of the rule's, with its subject and its zone"
      ),
    ] as [(String, String, String, String)])
  func whatACarrierMayDoIsReadStrictly(
    from: String, to: String, place: String, problem: String
  ) throws {
    let text = Self.good.replacing(from, with: to, maxReplacements: 1)
    let expected = "x.json:\(try position(of: place, in: text)): \(problem)"
    #expect(problems(text).contains(expected), "\(problems(text))")
  }

  private static let noEnglish = "a text without English; allowed: \"en\" and others"

  @Test func whatRulesSayIsRead() throws {
    let text = Self.good
      .replacing("{\"a\": {", with: "{\"b\": {\"title\": \"b\", \"quality\": \"S\"}, \"a\": {")
      .replacing(
        "{\"name\": \"grace\", \"recoverBy\": \"topUp\"}]",
        with: "{\"name\": \"suspended\", \"recoverBy\": \"topUp\", \"period\": "
          + "{\"n\": 1, \"unit\": \"day\"}, \"discretion\": \"may\", \"source\": \"b\"}], "
          + "\"loss\": {\"discretion\": \"may\", \"source\": \"b\"}, "
          + "\"note\": {\"en\": \"so\", \"zh-Hans\": \"如此\"}"
      )
      .replacing(
        "\"zone\"",
        with: "\"from\": \"2026-01-01\", \"earlier\": [{\"source\": \"b\", \"clocks\": [{\"id\": "
          + "\"number\", \"subject\": \"number\", \"anchor\": [\"lastUse\"], \"period\": "
          + "{\"n\": 9, \"unit\": \"day\"}}]}], \"zone\"", maxReplacements: 1)
    let file = try CarrierFile(reading: text.utf8, name: "x.json", layer: .person)
    let rule = try #require(file.rules.first)
    let clock = try #require(rule.clocks.first)
    #expect(clock.stages?.first?.discretion == .may)
    #expect(clock.stages?.first?.source?.title == "b")
    #expect(clock.loss?.discretion == .may)
    #expect(clock.loss?.source?.title == "b")
    #expect(clock.note?.all == ["so", "如此"])
    #expect(rule.from?.description == "2026-01-01")
    #expect(rule.earlier.first?.clocks.first?.provenance?.source.title == "b")
  }

  @Test func clocksThatWaitForEachOtherAreTold() {
    let other = """
      "note": {"en": ""}},
      {"id": "b", "subject": "pack", "period": {"n": 1, "unit": "day"},
      "anchor": [{"clockEnd": "number"}]
      """
    let text = Self.good.replacing("\"lastTopUp\"", with: "{\"clockEnd\": \"b\"}")
      .replacing("\"stages\": [{\"name\": \"grace\", \"recoverBy\": \"topUp\"}]", with: other)
    let found = problems(text)
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.hasSuffix("the clock waits for its own end") }, "\(found)")
  }

  @Test(arguments: Array(UInt64(1)...40)) func brokenFilesGiveProblems(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let whole = Array(Self.good.utf8)
    for _ in 0..<50 {
      var text = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = text.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0...3, using: &random) {
        case 0: text[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: text.remove(at: place)
        case 2: text.removeSubrange(place...)
        default: text.insert(contentsOf: whole[(whole.count / 2)...], at: place)
        }
        if text.isEmpty { break }
      }
      let lines = text.split(separator: 10, omittingEmptySubsequences: false).count
      do {
        _ = try CarrierFile(reading: text, name: "x", layer: .person)
      } catch {
        #expect(!error.problems.isEmpty)
        #expect(error.problems.allSatisfy { (1...lines).contains($0.line) && $0.column > 0 })
      }
    }
  }
}

/// Random numbers that are the same each time (SplitMix64).
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
