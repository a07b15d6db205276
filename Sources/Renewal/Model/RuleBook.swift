/// Rules that are read one by one, when they are asked for.
public protocol RuleLibrary: Sendable {
  /// The rule of a name.
  func rule(_ id: Rule.ID) -> Rule?
  /// All of them.
  var rules: [Rule] { get }
  /// What changes when one of them does.
  var edition: String { get }
}

/// The rules there are, by name.
public struct RuleBook: Sendable {
  private var byName: [Rule.ID: Rule] = [:]
  /// Where the others are.
  public let library: (any RuleLibrary)?
  private let choices: @Sendable (_ carrier: String) -> [Rule.ID]

  /// A book of rules. Of two with the same name the later one holds, and one of a library last.
  ///
  /// - Parameter choices: The names of a carrier's rules, by the carrier's.
  public init(
    _ rules: [Rule] = [], library: (any RuleLibrary)? = nil,
    choices: @escaping @Sendable (_ carrier: String) -> [Rule.ID] = { _ in [] }
  ) {
    self.library = library
    self.choices = choices
    add(rules)
  }

  /// Adds rules, such as a person's own; one with the name of an older one takes its place.
  public mutating func add(_ rules: [Rule]) {
    for rule in rules { byName[rule.id] = rule }
  }

  /// The rule of a name.
  public subscript(id: Rule.ID) -> Rule? { byName[id] ?? library?.rule(id) }

  /// The rules that a line can live by which names none: those of its carrier.
  package func choices(for line: Line) -> [Rule.ID] {
    guard line.rule == nil, let carrier = line.carrier else { return [] }
    return choices(carrier)
  }

  /// Those that are in no library, by name.
  public var own: [Rule] { byName.values.sorted { $0.id < $1.id } }

  /// All rules, by name.
  public var rules: [Rule] {
    let others = (library?.rules ?? []).filter { byName[$0.id] == nil }
    return (others + byName.values).sorted { $0.id < $1.id }
  }
}
