/// What a carrier does with a line that nobody looks after: a name, some clocks, and where that is
/// written.
public struct Rule: Equatable, Sendable, Identifiable {
  /// What names a rule for good, such as `asda-mobile`.
  public typealias ID = String

  /// Its name.
  public var id: ID
  /// Whose rule it is, as the carrier writes itself.
  public var carrier: String
  /// Where it comes from.
  public var provenance: Provenance
  /// The zone of its clocks, where they have none of their own; absent where it is the person's.
  public var zone: Zone?
  /// Its clocks; none where time takes nothing away, as with a balance without an end date.
  public var clocks: [Clock]
  /// What a person should know about it, in English.
  public var note: String?

  /// A rule.
  public init(id: ID, carrier: String, provenance: Provenance, zone: Zone?, clocks: [Clock]) {
    self.id = id
    self.carrier = carrier
    self.provenance = provenance
    self.zone = zone
    self.clocks = clocks
  }
}

extension Rule: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case id, carrier, provenance, zone, clocks, note
  }

  /// Reads a rule.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    carrier = try container.decode(String.self, forKey: .carrier)
    provenance = try container.decode(Provenance.self, forKey: .provenance)
    zone = try container.decodeIfPresent(Zone.self, forKey: .zone)
    clocks = try container.decode([Clock].self, forKey: .clocks)
    note = try container.decodeIfPresent(String.self, forKey: .note)
  }
}
