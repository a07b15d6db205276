import FoundationEssentials
public import Renewal

/// Who gives out cards with an issuer identifier number (ITU-T E.118): what an ICCID begins with.
///
/// Virtual operators often sell the cards of their host, and names stay when companies don't: it is
/// a hint at the carrier, no proof.
public struct Issuer: Equatable, Sendable {
  /// The company, as the list has it.
  public let name: String
  /// The carrier that it is today, where that is known.
  public let carrier: Carrier.ID?
  /// Where that stands.
  public let source: Source

  /// The issuer of an ICCID; nil where the list has none.
  public init?(iccid: some StringProtocol) {
    guard iccid.hasPrefix("89"), let list = IssuerList.shipped,
      let found = list.entry(for: String(iccid.dropFirst(2).prefix(7))),
      let name = found.name, let source = IssuerList.source
    else { return nil }
    self.name = name
    carrier = found.carrier
    self.source = source
  }
}

extension Issuer: Encodable {}

/// The list of issuers, `E118.json`: searched where it stands, since each read asks for one of its thousand
/// companies.
struct IssuerList {
  private let text: JSONText

  static let shipped = ShippedFile.countries.first { $0.name == "E118.json" }
    .map { IssuerList(text: $0.whole) }

  /// Where the list stands.
  static let source: Source? = shipped?.text.lists(of: "sources").first { _ in true }
    .flatMap {
      try? JSONDecoder().decode([WrittenSource].self, from: Data("[\($0.written)]".utf8))
    }?
    .first?.source(in: .shipped)

  /// What stands in the list of one number.
  struct Entry {
    /// What follows 89.
    let number: String
    fileprivate let written: String
    /// Which of our carriers the company is today.
    fileprivate(set) var carrier: Carrier.ID?

    /// The company.
    var name: String? { try? JSONDecoder().decode(String.self, from: Data("\"\(written)\"".utf8)) }
  }

  /// The entry with the longest number that some digits begin with.
  func entry(for digits: String) -> Entry? {
    var found: Entry?
    for (member, value) in text.texts {
      let number = member.written
      guard digits.utf8.starts(with: number.utf8) else { continue }
      if number == found?.number {
        // The carriers stand behind the companies.
        found?.carrier = value.written
      } else if number.count > found?.number.count ?? 1 {
        found = Entry(number: number, written: value.written)
      }
    }
    return found
  }
}
