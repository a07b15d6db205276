import FoundationEssentials
import Testing

@testable import Carriers

struct CountryTests {
  private func codes(_ countries: [Country]) -> [String] { countries.map { $0.code ?? "–" } }

  @Test(
    arguments: [
      ("+8613800138000", ["CN"]), ("+447700900123", ["GB"]), ("+441534000000", ["JE"]),
      ("+12125550123", ["US"]), ("+14165550123", ["CA"]), ("+12425550123", ["BS"]),
      ("+18765550123", ["JM"]), ("+79161234567", ["RU"]), ("+77011234567", ["KZ"]),
      ("+85291234567", ["HK"]), ("+886912345678", ["TW"]), ("+390669812345", ["VA"]),
      ("+390612345678", ["IT"]), ("+883510000000", ["–"]), ("+870773000000", ["–"]),
      ("+41 (0)44 668 18 00", ["CH"]), ("+999123", []), ("13800138000", []), ("+", []), ("", []),
      ("+86x", []),
    ] as [(String, [String])])
  func aNumberHasItsCountry(number: String, expected: [String]) {
    #expect(codes(Country.countries(number: number)) == expected)
  }

  @Test func aSharedCodeHasSeveral() {
    let shared = codes(Country.countries(number: "+1"))
    #expect(shared.first == "US")
    #expect(shared.count == 25)
    #expect(codes(Country.countries(number: "+18005550123")) == shared)
    #expect(codes(Country.countries(number: "+7")) == ["RU", "KZ"])
  }

  @Test(
    arguments: [
      ("8986000000000000001", ["CN"]), ("8944110000000000001", ["GB", "GG", "IM", "JE"]),
      ("898520000000000001", ["HK"]), ("8988303000000614227", ["–"]), ("12", []), ("", []),
    ] as [(String, [String])])
  func anICCIDHasTheCountryOfItsIssuer(iccid: String, expected: [String]) {
    #expect(codes(Country.countries(iccid: iccid)) == expected)
  }

  @Test func someICCIDsWriteAnotherCodeThanTelephonesDo() {
    #expect(Country.countries(iccid: "8901410000000000001").first == Country(code: "US"))
    #expect(codes(Country.countries(iccid: "89302720000000000001")) == ["CA"])
    #expect(codes(Country.countries(iccid: "8930050000000000001")) == ["GR"])
    #expect(codes(Country.countries(iccid: "8970101000000000001")) == ["RU"])
    #expect(codes(Country.countries(iccid: "8999701000000000001")) == ["KZ"])
  }

  @Test(
    arguments: [
      ("460", ["CN"]), ("46000", ["CN"]), ("310260", ["US", "GU", "MP"]), ("901", ["–"]),
      ("425", ["IL", "PS"]), ("999", []), ("46", []), ("", []),
    ] as [(String, [String])])
  func anMCCHasItsCountry(mcc: String, expected: [String]) {
    #expect(codes(Country.countries(mcc: mcc)) == expected)
  }

  @Test func theTablesSayWhereTheyComeFromAndHoldCodesOnly() {
    for table in [CountryTable.telephone, .mobile] {
      #expect(!table.sources.isEmpty)
      #expect(table.sources.allSatisfy { $0.flaws.isEmpty })
      for (code, countries) in table.codes.merging(table.ranges ?? [:], uniquingKeysWith: +) {
        #expect(code.allSatisfy { ("0"..."9").contains($0) })
        #expect(countries.allSatisfy { $0.count == 2 && $0 == $0.uppercased() }, "\(code)")
      }
    }
    #expect(CountryTable.mobile.codes.keys.allSatisfy { $0.count == 3 })
    // No code begins with another one, or it could never be told apart.
    let codes = CountryTable.telephone.codes.keys
    for code in codes {
      #expect(!codes.contains { $0 != code && $0.hasPrefix(code) }, "\(code)")
    }
    for (range, countries) in CountryTable.telephone.ranges ?? [:] {
      let code = codes.first { range.hasPrefix($0) }
      let shared = code.flatMap { CountryTable.telephone.codes[$0] } ?? []
      #expect(Set(countries).isSubset(of: shared), "\(range)")
    }
  }
}
