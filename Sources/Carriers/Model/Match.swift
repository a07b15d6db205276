import Renewal

/// One way to recognise a carrier: everything that it names has to be so.
public struct Match: Hashable, Sendable {
  /// MCC and MNC: five or six digits.
  public var plmn: String?
  /// How the IMSI begins: digits, and an `x` for any digit.
  public var imsiPrefix: String?
  /// How the ICCID begins.
  public var iccidPrefix: String?
  /// How the group identifier level 1 begins, as hexadecimal.
  public var gid1: String?
  /// How the group identifier level 2 begins, as hexadecimal.
  public var gid2: String?
  /// The service provider's name in EF.SPN, whatever its case. Where that was not read, as with a
  /// disabled profile, the name in the profile's metadata stands for it.
  public var spn: String?
  /// The service provider's name in an eSIM profile's metadata, whatever its case.
  public var provider: String?
  /// Where that stands.
  public var source: Source

  /// A way to recognise a carrier that names nothing yet.
  public init(source: Source) { self.source = source }
}

extension Match: Encodable {}

/// A match as a file has it: its source is a key.
struct WrittenMatch: Decodable {
  var match: (Source) -> Match
  let source: String
  private(set) var flaws: [DataFlaw] = []

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case plmn, imsiPrefix, iccidPrefix, gid1, gid2, spn, provider, source
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    var values: [CodingKeys: String] = [:]
    for key in CodingKeys.allCases where key != .source {
      values[key] = try container.decodeIfPresent(String.self, forKey: key)
    }
    source = try container.decode(String.self, forKey: .source)
    match = { source in
      var match = Match(source: source)
      match.plmn = values[.plmn]
      match.imsiPrefix = values[.imsiPrefix]
      match.iccidPrefix = values[.iccidPrefix]
      match.gid1 = values[.gid1]
      match.gid2 = values[.gid2]
      match.spn = values[.spn]
      match.provider = values[.provider]
      return match
    }
    if values.isEmpty {
      flaws.append(DataFlaw(path: [], message: "a match without anything to match"))
    }
    for (key, value) in values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if let allowed = Self.form(of: key, allows: value) {
        flaws.append(.at(key.rawValue, "\"\(value)\" can't be matched; allowed: \(allowed)"))
      }
    }
  }

  /// What a member allows, where a value is something else.
  private static func form(of key: CodingKeys, allows value: String) -> String? {
    func all(_ isAllowed: (Character) -> Bool, _ lengths: ClosedRange<Int>) -> Bool {
      lengths.contains(value.count) && value.allSatisfy(isAllowed)
    }
    let isDigit = { (character: Character) in ("0"..."9").contains(character) }
    let isHexadecimal = { (character: Character) in character.isASCII && character.isHexDigit }
    switch key {
    case .plmn: return all(isDigit, 5...6) ? nil : "five or six digits"
    case .imsiPrefix:
      return all({ isDigit($0) || $0 == "x" }, 5...15) ? nil : "5 to 15 digits, x for any digit"
    case .iccidPrefix:
      return value.hasPrefix("89") && all(isHexadecimal, 4...20) ? nil : "89 and more digits"
    case .gid1, .gid2: return all(isHexadecimal, 1...40) ? nil : "hexadecimal digits"
    case .spn, .provider: return value.isEmpty ? "a name" : nil
    case .source: return nil
    }
  }
}
