/// One of the independent countdowns of a line: from what, for how long, and what then.
///
/// ``anchor`` says where the first due date comes from and ``renewFrom`` what the next period
/// counts from. They are apart because a date that is counted from each payment drifts with every
/// late one.
public struct Clock: Equatable, Sendable, Identifiable {
  /// What names a clock within its line.
  public typealias ID = String

  /// Its name.
  public var id: ID
  /// What it counts down for.
  public var subject: Subject
  /// Whether the line lives and dies with it; absent where the subject says (``Subject``).
  public var governs: Bool?
  /// What starts it: the first of these that happened. Each qualifying event starts it as well
  /// where a `last…` anchor is among them.
  public var anchor: [Anchor]
  /// Its term; absent where ``tiers``, the bought pack or a given date has it.
  public var period: Period?
  /// The term from a start that is not a qualifying event, where it is another one: a new card.
  public var firstPeriod: Period?
  /// Terms by the amount paid, smallest first.
  public var tiers: [Tier]
  /// What the next period counts from.
  public var renewFrom: RenewFrom
  /// How far from the day of payment the end can be at most.
  public var cap: Period?
  /// When on its last day it ends.
  public var boundary: Boundary
  /// Whether the day it starts on is the first day of the term.
  public var firstDayCounts: Bool
  /// The zone of its days; absent where the rule or the person has it.
  public var zone: Zone?
  /// What keeps it running, any of these; empty where the anchor says it.
  public var qualifying: [Qualifier]
  /// How it goes on by itself.
  public var auto: Automatic
  /// What follows its end, in order, and after the last one the loss. Empty where the loss follows
  /// at once; absent where nobody knows what follows.
  public var stages: [Stage]?
  /// Where it comes from, where that is not where the rule comes from.
  public var provenance: Provenance?
  /// What a person should know about it, in English.
  public var note: String?

  /// A clock of which only its start is known.
  public init(id: ID, _ subject: Subject, anchor: [Anchor], period: Period? = nil) {
    self.id = id
    self.subject = subject
    self.anchor = anchor
    self.period = period
    self.tiers = []
    self.renewFrom = .event
    self.boundary = .endOfDay
    self.firstDayCounts = false
    self.qualifying = []
    self.auto = .none
  }

  /// A clock of a line's own that ends on the date that its owner gives. What follows its end nobody
  /// knows.
  public static let givenDate = Clock(id: "own", .service, anchor: [.explicitDate(nil)])

  /// Whether the line lives and dies with it.
  public var governsLine: Bool { governs ?? subject.governsLine }
}

extension Clock: Codable {
  /// The members of a clock in JSON.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    case id, subject, governs, anchor, period, firstPeriod, tiers, renewFrom, cap, boundary
    case firstDayCounts, zone, qualifying, auto, stages, provenance, note
  }

  /// Reads a clock, filling in what may be left out.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    try self.init(container)
    provenance = try container.decodeIfPresent(Provenance.self, forKey: .provenance)
  }

  /// Reads a clock without what it rests on, which a file of carriers says in its own way.
  package init(_ container: KeyedDecodingContainer<CodingKeys>) throws {
    self.init(
      id: try container.decode(String.self, forKey: .id),
      try container.decode(Subject.self, forKey: .subject),
      anchor: try container.decode([Anchor].self, forKey: .anchor),
      period: try container.decodeIfPresent(Period.self, forKey: .period))
    governs = try container.decodeIfPresent(Bool.self, forKey: .governs)
    firstPeriod = try container.decodeIfPresent(Period.self, forKey: .firstPeriod)
    tiers = try container.decodeIfPresent([Tier].self, forKey: .tiers) ?? []
    renewFrom = try container.decodeIfPresent(RenewFrom.self, forKey: .renewFrom) ?? .event
    cap = try container.decodeIfPresent(Period.self, forKey: .cap)
    boundary = try container.decodeIfPresent(Boundary.self, forKey: .boundary) ?? .endOfDay
    firstDayCounts = try container.decodeIfPresent(Bool.self, forKey: .firstDayCounts) ?? false
    zone = try container.decodeIfPresent(Zone.self, forKey: .zone)
    qualifying = try container.decodeIfPresent([Qualifier].self, forKey: .qualifying) ?? []
    auto = try container.decodeIfPresent(Automatic.self, forKey: .auto) ?? .none
    stages = try container.decodeIfPresent([Stage].self, forKey: .stages)
    note = try container.decodeIfPresent(String.self, forKey: .note)
  }
}
