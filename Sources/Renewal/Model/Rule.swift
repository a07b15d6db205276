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

extension Rule: Encodable {}

/// The rules there are, by name.
public struct RuleBook: Equatable, Sendable {
  private var byName: [Rule.ID: Rule] = [:]

  /// A book of rules. Of two with the same name the later one holds.
  public init(_ rules: [Rule] = []) { add(rules) }

  /// Adds rules, such as a person's own; one with the name of an older one takes its place.
  public mutating func add(_ rules: [Rule]) {
    for rule in rules { byName[rule.id] = rule }
  }

  /// The rule of a name.
  public subscript(id: Rule.ID) -> Rule? { byName[id] }

  /// All rules, by name.
  public var rules: [Rule] { byName.values.sorted { $0.id < $1.id } }
}
