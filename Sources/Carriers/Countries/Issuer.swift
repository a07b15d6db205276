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
    guard iccid.hasPrefix("89"), let table = IssuerTable.shipped else { return nil }
    let rest = iccid.dropFirst(2)
    let lengths = (2...7).reversed().filter { $0 <= rest.count }
    guard
      let (number, name) = lengths.lazy.map({ String(rest.prefix($0)) })
        .compactMap({ number in table.issuers[number].map { (number, $0) } }).first,
      let source = table.sources.first?.source(in: .shipped)
    else { return nil }
    self.name = name
    carrier = table.carriers[number]
    self.source = source
  }
}

extension Issuer: Encodable {}

/// The list of issuers, `E118.json`.
struct IssuerTable: Decodable {
  let sources: [WrittenSource]
  /// Companies by what follows 89.
  let issuers: [String: String]
  /// Which of our carriers they are today.
  let carriers: [String: Carrier.ID]

  /// The list, read when it is first asked for. A test reads it.
  static let shipped: IssuerTable? =
    ShippedFile.countries.first { $0.name == "E118.json" }.flatMap { $0.table() }
}
