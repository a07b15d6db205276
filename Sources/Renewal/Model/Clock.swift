public import Words

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
  /// Whether nothing renews it once it runs, as with a pack on a card that can't be topped up.
  public var once: Bool
  /// How it goes on by itself.
  public var auto: Automatic
  /// What follows its end, in order, and after the last one the loss. Empty where the loss follows
  /// at once; absent where nobody knows what follows.
  public var stages: [Stage]?
  /// How certain the loss after the last stage is; absent where the carrier ends the line for
  /// certain, or where nobody knows what follows.
  public var loss: Loss?
  /// The clock that this is another reading of: two sources disagree on one thing. The stricter of
  /// them warns, and the other is shown beside it.
  public var readingOf: ID?
  /// Where it comes from, where that is not where the rule comes from.
  public var provenance: Provenance?
  /// What a person should know about it.
  public var note: LocalText?

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
    self.once = false
    self.auto = .none
  }

  /// A clock of a line's own that ends on the date that its owner gives. What follows its end nobody
  /// knows.
  public static let givenDate = Clock(id: "own", .service, anchor: [.explicitDate(nil)])

  /// Whether a name that somebody gave means it: its own, or that of what it is a reading of.
  func isNamed(_ name: ID) -> Bool { name == id || name == readingOf }

  /// Whether the line lives and dies with it.
  public var governsLine: Bool { governs ?? subject.governsLine }
}

extension Clock: Codable {
  /// The members of a clock in JSON.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    case id, subject, governs, anchor, period, firstPeriod, tiers, renewFrom, cap, boundary
    case firstDayCounts, zone, qualifying, once, auto, stages, loss, readingOf, provenance, note
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
    once = try container.decodeIfPresent(Bool.self, forKey: .once) ?? false
    auto = try container.decodeIfPresent(Automatic.self, forKey: .auto) ?? .none
    stages = try container.decodeIfPresent([Stage].self, forKey: .stages)
    loss = try container.decodeIfPresent(Loss.self, forKey: .loss)
    readingOf = try container.decodeIfPresent(ID.self, forKey: .readingOf)
    // Ledgers and exports of before have it in English alone.
    if let english = try? container.decode(String.self, forKey: .note) {
      note = LocalText(english)
    } else {
      note = try container.decodeIfPresent(LocalText.self, forKey: .note)
    }
  }
}

extension Clock {
  /// The members of a clock that a source can leave open.
  public enum Member: String, Vocabulary {
    /// See ``Clock/subject``.
    case subject
    /// See ``Clock/anchor``.
    case anchor
    /// See ``Clock/period``.
    case period
    /// See ``Clock/firstPeriod``.
    case firstPeriod
    /// See ``Clock/tiers``.
    case tiers
    /// See ``Clock/renewFrom-swift.property``.
    case renewFrom
    /// See ``Clock/cap``.
    case cap
    /// See ``Clock/boundary-swift.property``.
    case boundary
    /// See ``Clock/firstDayCounts``.
    case firstDayCounts
    /// See ``Clock/zone``.
    case zone
    /// See ``Clock/qualifying``.
    case qualifying
    /// See ``Clock/auto``.
    case auto
    /// See ``Clock/stages``.
    case stages

    /// What it says of a clock, in words.
    public var words: Words {
      switch self {
      case .subject: Words("what ends with it")
      case .anchor: Words("what starts its time")
      case .period: Words("how long it lasts")
      case .firstPeriod: Words("how long it lasts the first time")
      case .tiers: Words("how long each amount lasts")
      case .renewFrom: Words("what a renewal counts from")
      case .cap: Words("how far ahead it can be paid")
      case .boundary: Words("at which hour of its last day it ends")
      case .firstDayCounts: Words("whether its first day counts")
      case .zone: Words("in which time zone it counts")
      case .qualifying: Words("what keeps it alive")
      case .auto: Words("whether it renews by itself")
      case .stages: Words("what the carrier does after the end")
      }
    }
  }
}

/// What the next period of a clock counts from.
public enum RenewFrom: String, Vocabulary {
  /// The event that renews it, whatever was left.
  case event
  /// The previous end, also when it has passed: the rhythm stays. Whole periods that have gone by
  /// are skipped.
  case previousEnd
  /// The event, but never to an earlier date than the old one.
  case laterOfBoth
}

/// When on its last day a clock ends.
public enum Boundary: String, Vocabulary {
  /// At the time of day at which it started.
  case instant
  /// When the day ends in the clock's zone.
  case endOfDay
}

/// A term that an amount buys.
public struct Tier: Hashable, Sendable {
  /// The least amount that buys it.
  public var from: Money
  /// The term.
  public var period: Period

  /// A term that an amount buys.
  public init(from: Money, period: Period) {
    self.from = from
    self.period = period
  }
}

extension Tier: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case from, period }

  /// Reads a tier.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    self.init(
      from: try container.decode(Money.self, forKey: .from),
      period: try container.decode(Period.self, forKey: .period))
  }
}
