import Renewal
import Testing

@testable import Carriers

/// The carriers that come with the library.
struct ShippedCarriersTests {
  @Test func noFileIsForgotten() throws {
    #expect(
      CarrierBook.shippedFiles.map(\.name).sorted()
        == (try PackageFiles.names(in: "Sources/Carriers/Data")))
    for (name, text) in CarrierBook.shippedFiles {
      #expect(text == (try PackageFiles.bytes("Sources/Carriers/Data/\(name)")), "\(name)")
    }
  }

  @Test func everyFileIsOfItsCountryAndNoCarrierStandsTwice() throws {
    var seen: Set<Carrier.ID> = []
    for (name, text) in CarrierBook.shippedFiles {
      for carrier in try CarrierFile(reading: text, name: name, layer: .shipped).carriers {
        #expect(carrier.country.map { "\($0).json" } ?? "travel.json" == name, "\(carrier.id)")
        #expect(seen.insert(carrier.id).inserted, "\(carrier.id) of \(name)")
      }
    }
    #expect(seen.count > 50)
  }

  @Test func theQuickReaderReadsWhatTheStrictOneDoes() throws {
    for (name, text) in CarrierBook.shippedFiles {
      let strict = try CarrierFile(reading: text, name: name, layer: .shipped)
      #expect(try CarrierFile(shipped: text, name: name) == strict, "\(name)")
      #expect(throws: DataFileError.self) {
        try CarrierFile(shipped: Array(text.dropLast(3)), name: name)
      }
    }
  }

  @Test func everyRuleIsInTheRuleBook() throws {
    let rules = try RuleBook.shipped()
    let named = try CarrierBook.shipped().carriers.flatMap { carrier in
      carrier.rules.map { (carrier.id, $0) }
    }
    for (carrier, rule) in named { #expect(rules[rule] != nil, "\(carrier): \(rule)") }
    // Every rule of a carrier can be reached from it; the two forms are anybody's.
    let forms: Set = ["monthly-bundle", "pay-as-you-go"]
    #expect(Set(named.map(\.1)) == Set(rules.rules.map(\.id)).subtracting(forms))
  }

  @Test func everyHostIsThere() throws {
    let book = try CarrierBook.shipped()
    for carrier in book.carriers {
      for host in carrier.hosts where !host.allSatisfy({ ("0"..."9").contains($0) }) {
        #expect(book[host] != nil, "\(carrier.id): \(host)")
      }
    }
  }

  @Test func networksAreOfTheCountry() throws {
    for carrier in try CarrierBook.shipped().carriers {
      for plmn in carrier.matches.compactMap(\.plmn) {
        guard let country = carrier.country else { continue }
        #expect(
          Country.countries(mcc: plmn).contains(Country(code: country)), "\(carrier.id): \(plmn)")
      }
    }
  }
}
