import Carriers
import FoundationEssentials
import Renewal
import Testing
import Words

/// What a person is told who writes a file of carriers: where, what is wrong, what is allowed.
struct CarrierFileTests {
  /// A file that is as it has to be, line by line.
  static let good = """
    {
      "schema": "cardinfo.carriers",
      "schemaVersion": "2.0",
      "country": "GB",
      "carriers": [
        {
          "id": "some-carrier",
          "names": {"en": "Some Carrier", "zh-Hans": "某运营商"},
          "aliases": ["SC"],
          "kind": "virtual",
          "hosts": ["23410", "o2-uk"],
          "currency": "GBP",
          "dateOrder": "dayMonthYear",
          "matches": [{"plmn": "23410", "gid1": "508", "source": "a"}],
          "sources": {
            "a": {"title": "its page", "url": "https://carrier.example", "date": "2026-11-01", "quality": "O"}
          },
          "facts": [
            {"what": "hotline", "number": "43430", "abroad": "+447973000000", "source": "a"},
            {"what": "check", "asks": ["balance"], "by": "sms", "to": "85075", "text": "BAL", "alternatives": ["B"], "source": "a"},
            {"what": "check", "asks": ["data"], "by": "ussd", "code": "*100#", "region": "GB-SCT", "source": "a"},
            {"what": "renew", "by": "call", "number": "443", "keys": "1,{voucher}#", "pay": ["voucher"], "source": "a"},
            {"what": "app", "names": {"en": "Some App"}, "source": "a"},
            {"what": "plan", "type": "combined", "names": {"en": "Some Plan"}, "cost": {"amount": "10", "currency": "GBP"}, "every": {"n": 1, "unit": "month"}, "source": "a"},
            {"what": "password", "by": "web", "url": "https://carrier.example/p", "source": "a"},
            {"what": "region", "topUpElsewhere": true, "note": {"en": "Yes.", "zh-Hans": "可以。"}, "source": "a"},
            {"what": "esim", "by": "app", "source": "a"},
            {"what": "site", "for": "account", "url": "https://carrier.example/a", "source": "a"},
            {"what": "password", "by": "sms", "to": "86", "text": "P#{name}#{identity}#{newPassword}", "digits": 6, "source": "a"},
            {"what": "renew", "by": "miniProgramme", "inside": "weChat", "name": "Some", "pay": ["weChatPay", "foreignCard"], "source": "a"},
            {"what": "esim", "by": "shop", "devices": ["watch", "tablet"], "source": "a"},
            {"what": "service", "for": "keep", "by": "app", "cost": {"amount": "5", "currency": "GBP"}, "every": {"n": 1, "unit": "month"}, "atMost": {"n": 6, "unit": "month"}, "elsewhere": false, "source": "a"},
            {"what": "barring", "after": {"n": 1, "unit": "day"}, "still": ["incomingCalls", "hotline"], "closedAfter": {"n": 90, "unit": "day"}, "recoverBy": "topUp", "reusedAfter": {"n": 3, "unit": "month"}, "source": "a"},
            {"what": "unpublished", "topic": "reuse", "source": "a"}
          ],
          "rules": [
            "giffgaff",
            {"id": "some-rule", "plan": "prepaid", "source": "a", "clocks": [
              {"id": "number", "subject": "number", "anchor": ["lastTopUp"], "assumed": ["stages"]}
            ]}
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
    let file = try CarrierFile(reading: Self.good.utf8, name: "x.json", layer: .person)
    let carrier = try #require(file.carriers.first)
    let chinese = try #require(Language(tag: "zh-Hans"))
    #expect(carrier.id == "some-carrier")
    #expect(carrier.country == "GB")
    #expect(carrier.names.text(in: chinese) == "某运营商")
    #expect(carrier.kind == .virtual)
    #expect(carrier.dateOrder == .dayMonthYear)
    #expect(carrier.currency?.rawValue == "GBP")
    #expect(carrier.matches.first?.gid1 == "508")
    #expect(carrier.facts.map(\.what.rawValue).count == 16)
    let source = try #require(carrier.facts.first?.source)
    #expect(source.title == "its page")
    #expect(source.layer == .person)
    #expect(source.date?.description == "2026-11-01")
    #expect(!source.storedCopy)
    #expect(
      carrier.facts(.check).map(\.content) == [
        .check(asks: [.balance], by: .sms(to: "85075", text: "BAL", alternatives: ["B"])),
        .check(asks: [.data], by: .ussd(code: "*100#")),
      ])
    #expect(
      carrier.facts(.renew).first?.content
        == .renew(by: .call(number: "443", keys: "1,{voucher}#"), pay: [.voucher]))
    #expect(
      carrier.facts(.renew).last?.content
        == .renew(
          by: .miniProgramme(inside: .weChat, name: "Some"), pay: [.weChatPay, .foreignCard]))
    #expect(
      carrier.facts(.esim).last?.content
        == .esim(by: .shop(url: nil), devices: [.watch, .tablet]))
    var service = Service(.keep, by: .app(url: nil))
    service.cost = Money(5, try #require(Currency(rawValue: "GBP")))
    service.every = Period(1, .month)
    service.atMost = Period(6, .month)
    service.elsewhere = false
    #expect(carrier.facts(.service).map(\.content) == [.service(service)])
    var barring = Barring()
    barring.after = Period(1, .day)
    barring.still = [.incomingCalls, .hotline]
    barring.closedAfter = Period(90, .day)
    barring.recoverBy = .topUp
    barring.reusedAfter = Period(3, .month)
    #expect(carrier.facts(.barring).map(\.content) == [.barring(barring)])
    #expect(carrier.facts(.unpublished).map(\.content) == [.unpublished(.reuse)])
    #expect(carrier.facts(.check).last?.region == "GB-SCT")
    #expect(carrier.facts(.region).first?.note?.text(in: chinese) == "可以。")
    #expect(carrier.rules == ["giffgaff", "some-rule"])
    let rule = try #require(file.rules.first)
    #expect(file.rules.count == 1)
    #expect(rule.carrier == "Some Carrier")
    #expect(rule.provenance.source == source)
    #expect(rule.provenance.market == "GB")
    #expect(rule.provenance.plan == "prepaid")
    #expect(rule.provenance.assumed.isEmpty)
    // What was chosen for a clock alone rests on the rule's source, plan and market.
    let chosen = try #require(rule.clocks.first?.provenance)
    #expect(chosen.source == source)
    #expect(chosen.market == "GB" && chosen.plan == "prepaid")
    #expect(chosen.assumed == [.stages])
  }

  @Test(
    arguments: [
      (
        ", \"source\": \"a\"},\n        {\"what\": \"check\", \"asks\": [\"balance\"]",
        "},\n        {\"what\": \"check\", \"asks\": [\"balance\"]", "{\"what\": \"hotline\"",
        "the member \"source\" is missing"
      ),
      ("\"date\": \"2026-11-01\", ", "", "{\"title\"", "the member \"date\" is missing"),
      (
        "\"2026-11-01\"", "\"1 Nov 2026\"", "\"1 Nov 2026\"",
        "\"1 Nov 2026\" is not a day; allowed: a day of the calendar as YYYY-MM-DD"
      ),
      ("\"title\": \"its page\", ", "", "{\"url\"", "the member \"title\" is missing"),
      (
        "\"quality\": \"O\"", "\"quality\": \"A\"", "\"A\"",
        "\"A\" is not a word for this; allowed: O, S, U"
      ),
      (
        "\"https://carrier.example\"", "\"carrier.example\"", "\"carrier.example\"",
        "\"carrier.example\" is not an address; allowed: https://…, or no url at all"
      ),
      (
        "\"43430\"", "\"call 43430\"", "\"call 43430\"",
        "\"call 43430\" can't be dialled; allowed: digits, +, *, #, a comma for a pause, {voucher}, {number}, {identity}, {identityEnd}, {newPassword}"
      ),
      (
        "\"43430\", \"abroad\": \"+447973000000\", \"source\": \"a\"",
        "\"43430\", \"source\": \"b\"", "\"b\"", "no source is named \"b\"; allowed: a"
      ),
      (
        "\"hotline\"", "\"hotlines\"", "\"hotlines\"",
        "\"hotlines\" is not a word for this; allowed: hotline, check, renew, app, plan, password, region, esim, site, service, barring, unpublished"
      ),
      (
        "\"abroad\"", "\"overseas\"", "\"overseas\"",
        "unknown member \"overseas\"; allowed: what, region, note, source, number, abroad"
      ),
      (
        "\"asks\": [\"balance\"]", "\"asks\": [\"credit\"]", "\"credit\"",
        "\"credit\" is not a word for this; allowed: balance, data, validity, fees, number, plan"
      ),
      (
        "\"asks\": [\"balance\"]", "\"asks\": []", "[], \"by\"",
        "nothing is asked for; allowed: at least one question"
      ),
      (
        "\"by\": \"sms\"", "\"by\": \"text\"", "\"text\", \"to\"",
        "\"text\" is not a word for this; allowed: call, sms, ussd, app, miniProgramme, web, shop, kiosk, voucher"
      ),
      (
        "\"by\": \"ussd\", \"code\"", "\"by\": \"ussd\", \"number\"", "\"number\": \"*100#\"",
        "unknown member \"number\"; allowed: what, region, note, source, asks, by, code"
      ),
      (
        "\"by\": \"ussd\", \"code\": \"*100#\"", "\"by\": \"ussd\"",
        "{\"what\": \"check\", \"asks\": [\"data\"]", "the member \"code\" is missing"
      ),
      (
        "\"GB-SCT\"", "\"Scotland\"", "\"Scotland\"",
        "\"Scotland\" is not a region; allowed: a code of ISO 3166, GB or GB-SCT"
      ),
      (
        "\"pay\": [\"voucher\"]", "\"pay\": [\"gold\"]", "\"gold\"",
        "\"gold\" is not a word for this; allowed: weChatPay, alipay, bankCard, foreignCard, unionPay, applePay, googlePay, bankTransfer, atm, cash, voucher, payPal, carrierBalance"
      ),
      (
        "{\"en\": \"Yes.\", \"zh-Hans\": \"可以。\"}", "{\"en\": \"Yes.\"}", "{\"en\": \"Yes.\"",
        "the language \"zh-Hans\" is missing; allowed: a text in each language"
      ),
      (
        "{\"en\": \"Yes.\", \"zh-Hans\": \"可以。\"}", "{\"zh-Hans\": \"可以。\"}", "{\"zh-Hans\": \"可以",
        "a text without English; allowed: \"en\" and others"
      ),
      ("{\"en\": \"Some App\"}", "{\"en\": \"\"}", "\"\"}", "the text is empty"),
      (
        "{\"en\": \"Some App\"}", "{\"en\": \"Some App\", \"Deutsch\": \"x\"}", "\"x\"",
        "\"Deutsch\" is not a language; allowed: a tag such as zh-Hans"
      ),
      (
        "\"for\": \"account\"", "\"for\": \"money\"", "\"money\"",
        "\"money\" is not a word for this; allowed: account, topUp, help, shops, esim, coverage"
      ),
      (
        "\"combined\"", "\"bundle\"", "\"bundle\"",
        "\"bundle\" is not a word for this; allowed: voice, data, combined, payAsYouGo"
      ),
      (
        "P#{name}", "P#{title}", "\"P#{title}#{identity}",
        "\"P#{title}#{identity}#{newPassword}\" can't be filled in; allowed in braces: {voucher}, {number}, {name}, {identity}, {identityEnd}, {newPassword}"
      ),
      (
        "\"keys\": \"1,{voucher}#\"", "\"keys\": \"1,{name}#\"", "\"1,{name}#\"",
        "\"1,{name}#\" can't be dialled; allowed: digits, +, *, #, a comma for a pause, {voucher}, {number}, {identity}, {identityEnd}, {newPassword}"
      ),
      (
        "\"inside\": \"weChat\", ", "", "{\"what\": \"renew\", \"by\": \"miniProgramme\"",
        "the member \"inside\" is missing"
      ),
      (
        "\"name\": \"Some\"", "\"name\": \"\"", "\"\", \"pay\"", "the text is empty"
      ),
      (
        "\"digits\": 6", "\"digits\": 0", "0, \"source\"",
        "no password has so many digits; allowed: 1 to 16"
      ),
      (
        "\"for\": \"keep\"", "\"for\": \"hold\"", "\"hold\"",
        "\"hold\" is not a word for this; allowed: keep, block, replace, identify, unlink, reopen, payment, activate"
      ),
      (
        "{\"what\": \"barring\", \"after\": {\"n\": 1, \"unit\": \"day\"}, \"still\": [\"incomingCalls\", \"hotline\"], \"closedAfter\": {\"n\": 90, \"unit\": \"day\"}, \"recoverBy\": \"topUp\", \"reusedAfter\": {\"n\": 3, \"unit\": \"month\"}",
        "{\"what\": \"barring\"", "{\"what\": \"barring\"", "a barring of which nothing is said"
      ),
      (
        "\"topic\": \"reuse\"", "\"topic\": \"recycling\"", "\"recycling\"",
        "\"recycling\" is not a word for this; allowed: lapse, password, payment, elsewhere, activation, lostCard, keeping, debt, identity, reuse"
      ),
      ("\"amount\": \"10\"", "\"amount\": \"-10\"", "{\"amount\"", "an amount below zero"),
      (
        "\"plmn\": \"23410\"", "\"plmn\": \"2341\"", "\"2341\"",
        "\"2341\" can't be matched; allowed: five or six digits"
      ),
      ("\"plmn\": \"23410\"", "\"plmn\": 23410", "23410, \"gid1\"", "a text is expected"),
      (
        "\"gid1\": \"508\"", "\"gid1\": \"giff\"", "\"giff\"",
        "\"giff\" can't be matched; allowed: hexadecimal digits"
      ),
      (
        "\"plmn\": \"23410\", \"gid1\": \"508\", ", "", "{\"source\": \"a\"}",
        "a match without anything to match"
      ),
      (
        "\"plmn\": \"23410\", \"gid1\": \"508\"", "\"iccidPrefix\": \"1234\"", "\"1234\"",
        "\"1234\" can't be matched; allowed: 89 and more digits"
      ),
      (
        "\"plmn\": \"23410\", \"gid1\": \"508\"", "\"imsiPrefix\": \"2341\"", "\"2341\"",
        "\"2341\" can't be matched; allowed: 5 to 15 digits, x for any digit"
      ),
      (
        "\"virtual\"", "\"mvno\"", "\"mvno\"",
        "\"mvno\" is not a word for this; allowed: network, virtual, reseller"
      ),
      (
        "\"sources\": {", "\"sources\": {\"z\": {\"title\": \"x\", \"quality\": \"U\"}, ",
        "{\"title\": \"x\"",
        "nothing cites the source \"z\"; allowed: one that a match, a fact or a rule names"
      ),
      (
        "\"url\": \"https://carrier.example\", \"date\": \"2026-11-01\", ", "",
        "\"a\"}],", "the source \"a\" has no date; allowed: one with it"
      ),
      (
        "\"giffgaff\",", "7,", "7,", "an object is expected"
      ),
      (
        "\"giffgaff\",", "{\"id\": \"some-rule\", \"source\": \"a\", \"clocks\": []},",
        "\"some-rule\", \"plan\"", "a rule named \"some-rule\" stands above already"
      ),
      (
        "\"some-carrier\"", "\"Some Carrier\"", "\"Some Carrier\",\n      \"names\"",
        "\"Some Carrier\" is not a name; allowed: small letters, digits, single hyphens"
      ),
      (
        "\"o2-uk\"", "\"O2 UK\"", "[\"23410\", \"O2 UK\"]",
        "\"O2 UK\" is neither a carrier's name nor a PLMN"
      ),
      (
        "\"country\": \"GB\"", "\"country\": \"UK!\"", "\"UK!\"",
        "\"UK!\" is not a country; allowed: two letters of ISO 3166-1"
      ),
      (
        "\"aliases\": [\"SC\"]", "\"aliases\": null", "null",
        "null is not allowed: leave the member out"
      ),
      ("\"2.0\"", "\"1.0\"", "\"1.0\"", "version 1.0 is not read here; allowed: 2.0"),
      (
        "\"cardinfo.carriers\"", "\"cardinfo.rules\"", "\"cardinfo.rules\"",
        "not a file of carriers; allowed: cardinfo.carriers"
      ),
      (
        "\"currency\": \"GBP\",\n", "\"currency\": \"GBP\", \"currency\": \"EUR\",\n",
        "\"currency\": \"EUR\"", "\"currency\" stands here twice"
      ),
    ] as [(String, String, String, String)])
  func aMistakeIsTold(from: String, to: String, place: String, problem: String) throws {
    let text = Self.good.replacing(from, with: to, maxReplacements: 1)
    try #require(text != Self.good)
    let expected = "x.json:\(try position(of: place, in: text)): \(problem)"
    #expect(problems(text).contains(expected), "\(problems(text))")
  }

  /// Line and column of the first place where something stands in a text.
  private func position(of place: String, in text: String) throws -> String {
    let range = try #require(text.firstRange(of: place), "\(place)")
    let before = text[..<range.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
    return "\(before.count):\((before.last?.count ?? 0) + 1)"
  }

  /// That nothing is published is worth something only with the page that was looked at.
  @Test func whatIsNotPublishedNamesThePage() {
    let text = Self.good
      .replacing(
        "\"sources\": {",
        with:
          "\"sources\": {\"memory\": {\"title\": \"x\", \"date\": \"2026-11-01\", \"quality\": \"U\"}, "
      )
      .replacing(
        "\"topic\": \"reuse\", \"source\": \"a\"",
        with: "\"topic\": \"reuse\", \"source\": \"memory\"")
    #expect(
      problems(text).map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) }
        == ["the source \"memory\" has no url; allowed: one with it"])
  }

  @Test func everyCarrierIsLookedAtAndNoneStandsTwice() {
    let carrier = "{\"id\": \"a\", \"names\": {\"en\": \"A\"}, \"kind\": \"network\"}"
    func file(_ carriers: String...) -> String {
      "{\"schema\": \"cardinfo.carriers\", \"schemaVersion\": \"2.0\", \"carriers\": [\n"
        + carriers.joined(separator: ",\n") + "\n]}"
    }
    #expect(problems(file(carrier)).isEmpty)
    #expect(
      problems(file(carrier, carrier))
        == ["x.json:3:8: a carrier named \"a\" stands above already"])
    let odd = carrier.replacing("network", with: "net")
    #expect(problems(file(odd, carrier, odd)).map { $0.prefix(9) } == ["x.json:2:", "x.json:4:"])
  }

  @Test func aFactIsWrittenAsItIsRead() throws {
    let carrier = try #require(
      CarrierFile(reading: Self.good.utf8, name: "x.json", layer: .shipped).carriers.first)
    for fact in carrier.facts {
      let text = String(decoding: try PackageFiles.json(fact), as: UTF8.self)
      let written = text.replacing(#/"source":\{[^}]*\}/#, with: "\"source\":\"a\"")
      #expect(text.contains("\"layer\":\"shipped\""))
      let file = Self.good.replacing(
        #/"facts": \[(.|\n)*?\n      \]/#, with: "\"facts\": [\(written)]")
      let again = try CarrierFile(reading: file.utf8, name: "y.json", layer: .shipped)
      #expect(again.carriers.first?.facts == [fact], "\(written)")
    }
  }
}
