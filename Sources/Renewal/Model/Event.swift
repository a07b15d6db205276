public import FoundationEssentials
public import Words

/// Something that happened to a line, and when.
///
/// Events are never changed or removed: an event that was wrong is undone by another one
/// (``Kind/undo``). The order in which they are entered doesn't matter.
public struct Event: Codable, Equatable, Sendable, Identifiable {
  /// What names an event for good.
  public typealias ID = String

  /// Its name; two events of the same name are the same event.
  public var id: ID
  /// What happened.
  public var kind: Kind
  /// When it happened.
  public var on: Occurrence
  /// When it was written down.
  public var recordedAt: Date
  /// What was paid, charged or found: of a top-up, a pack, a use, a balance.
  public var amount: Money?
  /// The term that came with it, where it has one of its own: a pack of 30 days.
  public var term: Period?
  /// The data that was found to be left.
  public var volume: DataVolume?
  /// The date that a carrier's notice or a person gives: the last day.
  public var date: CalendarDay?
  /// Whom a call or message went to or came from.
  public var counterpart: Counterpart?
  /// The clock it is about, where it is about one.
  public var clock: Clock.ID?
  /// The event that an ``Kind/undo`` undoes.
  public var undoes: ID?
  /// Who says so; absent where the person does.
  public var origin: Origin?
  /// The carrier's own words that it was read from.
  public var words: String?
  /// What a person wrote beside it.
  public var note: String?

  /// An event of which only kind and time are known.
  public init(id: ID, _ kind: Kind, on: Occurrence, recordedAt: Date) {
    self.id = id
    self.kind = kind
    self.on = on
    self.recordedAt = recordedAt
  }

  /// Who says that something happened. An open list: keep unknown ones.
  public struct Origin: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The carrier, in a text that was read.
    public static let carrier = Origin(rawValue: "carrier")
    /// The card, as it was read.
    public static let card = Origin(rawValue: "card")
    /// This program, which did it.
    public static let change = Origin(rawValue: "change")
    /// A table that was imported.
    public static let imported = Origin(rawValue: "import")
  }

  /// Whom a call or message went to or came from. An open list: keep unknown ones.
  public struct Counterpart: RawRepresentable, Codable, Hashable, Sendable {
    /// The stable word.
    public var rawValue: String

    /// Keeps any word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Somebody.
    public static let ordinary = Counterpart(rawValue: "ordinary")
    /// The carrier's own or another service number.
    public static let service = Counterpart(rawValue: "service")
    /// An emergency number.
    public static let emergency = Counterpart(rawValue: "emergency")
  }
}

extension Event.Origin {
  /// Who says so, in words; nil for one of a newer version.
  public var words: Words? {
    switch self {
    case .carrier: Words("says the carrier")
    case .card: Words("read from the card")
    case .change: Words("done by cardinfo")
    case .imported: Words("imported")
    default: nil
    }
  }
}
