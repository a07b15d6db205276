/// What to read of a card.
public struct ReadingPlan: Hashable, Sendable {
  /// The parts to read.
  public var sections: Set<Section>
  /// Whether to read what says nothing of the line too: icons, access rules.
  public var isFull: Bool

  /// A plan.
  public init(_ sections: Set<Section> = Section.standard, isFull: Bool = false) {
    self.sections = sections
    self.isFull = isFull
  }

  /// A part of a card.
  public enum Section: String, CaseIterable, Hashable, Sendable {
    /// ICCID, IMSI, MCC and MNC.
    case identity
    /// The service provider's name.
    case names
    /// The state of PIN1.
    case pin
    /// The EID and the profiles of each eUICC.
    case profiles

    /// What is read unless something else is asked for.
    public static let standard = Set(Section.allCases)
  }
}
