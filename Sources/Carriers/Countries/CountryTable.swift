import FoundationEssentials
import Renewal

/// Which countries a code belongs to: one of the files in `Countries/Data`.
struct CountryTable: Decodable {
  /// Where it stands.
  let sources: [WrittenSource]
  /// The countries of each code; none for what belongs to no country.
  let codes: [String: [String]]
  /// Beginnings of numbers that tell countries apart which share a code; the longest one holds.
  let ranges: [String: [String]]?
  /// What ICCIDs write after 89 where that is not the telephone's country code.
  let issuers: [String: [String]]?

  /// Telephone numbers (ITU-T E.164).
  static let telephone = CountryTable("E164.json")
  /// Mobile networks (ITU-T E.212).
  static let mobile = CountryTable("E212.json")

  private init(_ name: String) {
    let file = ShippedFile.countries.first { $0.name == name }
    // A test reads both tables; a code that is in none of them has no country.
    self =
      file.flatMap { $0.table() }
      ?? CountryTable(sources: [], codes: [:], ranges: nil, issuers: nil)
  }

  private init(
    sources: [WrittenSource], codes: [String: [String]], ranges: [String: [String]]?,
    issuers: [String: [String]]?
  ) {
    self.sources = sources
    self.codes = codes
    self.ranges = ranges
    self.issuers = issuers
  }

  /// The countries of the code that a text begins with.
  func countries(ofCode text: some StringProtocol) -> [Country] {
    guard let code = Self.longest(text, in: codes) else { return [] }
    return countries(codes[code])
  }

  /// The countries of a number: by its range where it has more digits than the code that countries
  /// share, else by the code.
  func countries(ofNumber digits: String) -> [Country] {
    guard let code = Self.longest(digits, in: codes) else { return [] }
    guard let ranges, let range = Self.longest(digits, in: ranges),
      digits.count >= code.count + 3
    else { return countries(codes[code]) }
    return countries(ranges[range])
  }

  /// The countries of an ICCID, from what follows its 89.
  func countries(ofIssuer text: some StringProtocol) -> [Country] {
    guard let issuers, let code = Self.longest(text, in: issuers) else {
      return countries(ofCode: text)
    }
    return countries(issuers[code])
  }

  private func countries(_ found: [String]?) -> [Country] {
    guard let found else { return [] }
    return found.isEmpty ? [.international] : found.map(Country.init)
  }

  private static func longest(
    _ text: some StringProtocol, in table: [String: [String]]
  ) -> String? {
    (1...8).reversed().lazy.map { String(text.prefix($0)) }.first { table[$0] != nil }
  }
}
