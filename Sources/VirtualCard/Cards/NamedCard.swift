public import Words

/// A card that is built in, for demonstrations and tests.
///
/// Identifiers, names and keys on it are invented; identifiers are well-formed.
public struct NamedCard: Sendable {
  /// What it is called, such as `travel-euicc`.
  public let name: String
  /// What it is, in one line.
  public let summary: Words

  private let blueprint: CardBlueprint

  init(_ name: String, _ summary: Words, _ blueprint: CardBlueprint) {
    self.name = name
    self.summary = summary
    self.blueprint = blueprint
  }

  /// A new card, as it comes out of its box.
  public func make() -> SimulatedCard { SimulatedCard(blueprint) }

  /// Every card, those with something to show first.
  public static let catalog: [NamedCard] =
    mainCards + variants + quirkCards + oddCards + faultyCards

  /// The card that is called `name`; nil when there is none.
  public static func named(_ name: String) -> NamedCard? {
    catalog.first { $0.name == name }
  }
}
