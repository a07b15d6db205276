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
