import Renewal
import Testing

/// The rules that come with the library.
struct ShippedRulesTests {
  /// Those that any line can live by: nobody's page says so.
  static let forms: [Rule.ID] = ["monthly-bundle", "pay-as-you-go"]

  /// Those that lines have lived by for long: a ledger names them.
  static let old: [Rule.ID] = [
    "giffgaff", "asda-mobile", "ee-payg", "verizon-prepaid", "ultra-paygo", "povo-2",
    "india-prepaid", "ais-thailand", "valuegb-hk", "3hk", "shinetown-hk", "cmhk",
    "china-mobile-prepaid", "vodafone-de-callya", "telekom-de-prepaid", "vodafone-nz",
    "kyivstar-prepaid", "airalo-at-install", "keepgo-unlimited", "cuniq-3-day", "sim-usa",
    "ais-sim2fly", "breezesim", "go-sim", "ctexcel-uk",
  ]

  @Test func noneIsLost() throws {
    let ids = try shipped().rules.map(\.id)
    #expect(ids.count >= 150)
    #expect(Set(Self.old + Self.forms).isSubset(of: ids))
  }

  @Test func everyRuleSaysWhereItComesFrom() throws {
    for rule in try shipped().rules {
      for provenance in [rule.provenance] + rule.clocks.compactMap(\.provenance) {
        #expect(!provenance.source.title.isEmpty)
        #expect((provenance.checkedOn == nil) == Self.forms.contains(rule.id), "\(rule.id)")
      }
    }
  }

  /// An address is of the page that was read. Of one rule none was found, and forms have none.
  @Test func everyRuleButOneHasTheAddressOfItsPage() throws {
    for rule in try shipped().rules {
      let provenance = rule.provenance
      #expect(
        (provenance.source.url == nil) == (["ctexcel-uk"] + Self.forms).contains(rule.id),
        "\(rule.id)")
      for own in rule.clocks.compactMap(\.provenance) where own.quality == .operatorsOwn {
        #expect(own.source.url != nil, "\(rule.id)")
      }
    }
  }

  @Test func everyVerdictCarriesTheSource() throws {
    for rule in try shipped().rules where !rule.clocks.isEmpty {
      let events = [
        on("2026-01-01", .purchase), on("2026-01-01", .pack, "9 JPY", term: Period(3, .day)),
        on("2026-01-01", .activation), on("2026-01-01", .topUp, "200 USD"),
      ]
      let verdict = try judged(rule.id, events, at: "2026-01-02T12:00:00Z") { $0.billingDay = 1 }
      let names = verdict.reasons.compactMap { reason -> Rule.ID? in
        if case .rule(_, _, .rule(let name, _)) = reason { name } else { nil }
      }
      #expect(!names.isEmpty)
      #expect(names.allSatisfy { $0 == rule.id })
    }
  }

  @Test func aPersonsRuleTakesThePlaceOfAShippedOne() throws {
    var book = try shipped()
    var mine = try #require(book["giffgaff"])
    mine.carrier = "mine"
    book.add([mine])
    #expect(book["giffgaff"]?.carrier == "mine")
    #expect(book.rules.count == (try shipped().rules.count))
  }
}
