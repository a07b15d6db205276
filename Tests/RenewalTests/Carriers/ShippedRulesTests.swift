import Renewal
import Testing

/// The rules that come with the library.
struct ShippedRulesTests {
  /// The carriers that have rules; some have two plans with a rule each.
  static let carriers: [[Rule.ID]] = [
    ["giffgaff"], ["asda-mobile"], ["ee-payg"],
    ["verizon-prepaid", "verizon-prepaid-older"], ["ultra-paygo"], ["povo-2"],
    ["india-prepaid", "airtel-india-prepaid", "jio-india-prepaid", "vi-india-prepaid"],
    ["bsnl-india-prepaid"], ["ais-thailand"], ["valuegb-hk"], ["3hk"],
    ["shinetown-hk", "shinetown-hk-smile", "shinetown-hk-hua-long", "shinetown-hk-gold"], ["cmhk"],
    ["china-mobile-prepaid"], ["vodafone-de-callya"], ["telekom-de-prepaid"], ["vodafone-nz"],
    ["kyivstar-prepaid", "kyivstar-contract"], ["airalo-at-attach", "airalo-at-install"],
    ["keepgo-unlimited", "keepgo-unlimited-asia"], ["cuniq-3-day"], ["sim-usa"], ["ais-sim2fly"],
    ["breezesim", "breezesim-partner"], ["go-sim"], ["ctexcel-uk"],
    ["vodafone-au-pay-and-go"],
    ["aldi-mobile-au-payg"],
    ["bangladesh-prepaid"],
    ["csl-pccw-hkt"],
    ["telkomsel-prabayar"],
    ["xl-indonesia-prepaid"],
    ["indosat-prepaid"],
    ["tri-indonesia-prepaid"],
    ["softbank-simple-style"],
    ["rakuten-mobile-un-limit"],
    ["metfone-cambodia"],
    ["cellcard-cambodia"],
    ["kt-simple"],
    ["eyes-mobile-prepaid"],
    ["etisalat-sri-lanka"],
    ["mpt-myanmar"],
    ["atom-myanmar"],
    ["ctm-prepaid"], ["3-macau-sosim"],
    ["hotlink-prepaid"],
    ["xpax-prepaid", "digi-prepaid"],
    ["u-mobile-power-prepaid", "u-mobile-u-prepaid"],
    ["xox-prepaid"],
    ["nepal-telecom-prepaid"],
    ["2degrees-travel-sim"],
    ["skinny-prepaid"],
    ["globe-prepaid"],
    ["smart-philippines-prepaid"],
    ["starhub-prepaid"],
    ["dtac-simple"], ["truemove-prepaid"],
    ["chunghwa-prepaid"],
    ["far-eastone-if"],
    ["taiwan-mobile-prepaid"],
    ["ucell-prepaid"],
    ["viettel-prepaid"],
    ["mobifone-prepaid"],
    ["vietnamobile-prepaid"],
  ]

  @Test func allAreThere() throws {
    let ids = try shipped().rules.map(\.id)
    let forms = ["monthly-bundle", "pay-as-you-go"]
    #expect(Self.carriers.count == 64)
    #expect(ids == (Self.carriers.flatMap { $0 } + forms).sorted())
  }

  @Test func everyRuleSaysWhereItComesFrom() throws {
    let carriers = Set(Self.carriers.flatMap { $0 })
    for rule in try shipped().rules {
      for provenance in [rule.provenance] + rule.clocks.compactMap(\.provenance) {
        #expect(!provenance.source.title.isEmpty)
        #expect((provenance.checkedOn != nil) == carriers.contains(rule.id), "\(rule.id)")
      }
    }
  }

  /// An address is of the page that was read. Of one rule none was found, and forms have none.
  @Test func everyRuleButOneHasTheAddressOfItsPage() throws {
    let forms = ["monthly-bundle", "pay-as-you-go"]
    for rule in try shipped().rules {
      let provenance = rule.provenance
      #expect(
        (provenance.source.url == nil) == (["ctexcel-uk"] + forms).contains(rule.id), "\(rule.id)")
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
