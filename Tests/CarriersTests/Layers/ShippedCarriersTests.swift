import Renewal
import Testing

@testable import Carriers

/// The carriers that come with the library.
struct ShippedCarriersTests {
  @Test func noFileIsForgotten() throws {
    for (folder, files) in [
      ("Data", ShippedFile.carriers), ("Countries/Data", ShippedFile.countries),
      ("Makers/Data", ShippedFile.makers), ("Languages/Data", ShippedFile.languages),
    ] {
      let folder = "Sources/Carriers/\(folder)"
      #expect(files.map(\.name).sorted() == (try PackageFiles.names(in: folder)))
      for file in files {
        #expect(file.text == (try PackageFiles.bytes("\(folder)/\(file.name)")), "\(file.name)")
      }
    }
  }

  @Test func everyFileIsOfItsCountryAndNoCarrierStandsTwice() throws {
    var seen: Set<Carrier.ID> = []
    for file in ShippedFile.carriers {
      let (name, text) = (file.name, file.text)
      for carrier in try CarrierFile(reading: text, name: name, layer: .shipped).carriers {
        #expect(carrier.country.map { "\($0).json" } ?? "travel.json" == name, "\(carrier.id)")
        #expect(seen.insert(carrier.id).inserted, "\(carrier.id) of \(name)")
      }
    }
    #expect(seen.count > 50)
  }

  @Test func theQuickReaderReadsWhatTheStrictOneDoes() throws {
    for file in ShippedFile.carriers {
      let (name, text) = (file.name, file.text)
      let strict = try CarrierFile(reading: text, name: name, layer: .shipped)
      #expect(
        try CarrierFile(file, .carriers).carriers == strict.carriers, "\(name)")
      #expect(try CarrierFile(file, .rules).rules == strict.rules, "\(name)")
      #expect(throws: DataFileError.self) {
        try CarrierFile(shipped: Array(text.dropLast(3)), name: name, .carriers)
      }
    }
  }

  /// Each by itself, and beside all others: no rule stands twice, none is named and not there, none
  /// is without a carrier but those of any.
  @Test func theFilesAreRightTogether() throws {
    let files = try ShippedFile.carriers.map {
      try CheckedCarrierFile(reading: $0.text, name: $0.name, layer: .shipped)
    }
    #expect(CheckedCarrierFile.flaws(across: files).compactMap { $0 } == [])
    let book = try RuleBook.shipped()
    #expect(book.rules.count == files.flatMap(\.file.rules).count)
    let had = Set(files.flatMap(\.file.carriers).flatMap(\.rules))
    #expect(
      book.rules.map(\.id).filter { !had.contains($0) } == ["monthly-bundle", "pay-as-you-go"])
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
