public import Words

/// One way to keep a clock running: what has to happen, and for how much.
///
/// A clock has a list of them, and any one will do.
public struct Qualifier: Hashable, Sendable {
  /// What counts.
  public var events: [Word]
  /// The least amount that counts, itself included.
  public var atLeast: Money?
  /// The amount that has to be exceeded.
  public var moreThan: Money?
  /// How far back amounts are added up; absent where each event has to reach the amount alone.
  /// Amounts count for one renewal only.
  public var summedOver: Period?
  /// What does not count.
  public var exclude: [Exclusion]

  /// Events that count whatever they cost.
  public init(
    _ events: [Word], atLeast: Money? = nil, moreThan: Money? = nil, summedOver: Period? = nil,
    exclude: [Exclusion] = []
  ) {
    self.events = events
    self.atLeast = atLeast
    self.moreThan = moreThan
    self.summedOver = summedOver
    self.exclude = exclude
  }

  /// What may count: the kinds of events that can keep a line alive, spelt as in ``Event/Kind``.
  public enum Word: String, Vocabulary {
    /// See ``Event/Kind/topUp``.
    case topUp
    /// See ``Event/Kind/pack``.
    case pack
    /// See ``Event/Kind/outgoingCall``.
    case outgoingCall
    /// See ``Event/Kind/outgoingSMS``.
    case outgoingSMS
    /// See ``Event/Kind/outgoingMMS``.
    case outgoingMMS
    /// See ``Event/Kind/incomingCall``.
    case incomingCall
    /// See ``Event/Kind/incomingSMS``.
    case incomingSMS
    /// See ``Event/Kind/incomingMMS``.
    case incomingMMS
    /// See ``Event/Kind/data``; the first data count as well.
    case data
    /// See ``Event/Kind/activation``.
    case activation
    /// See ``Event/Kind/install``.
    case install
    /// See ``Event/Kind/firstAttach``.
    case firstAttach
    /// See ``Event/Kind/firstData``.
    case firstData

    /// Use from the line: what costs something.
    static let chargeable: [Word] = [.outgoingCall, .outgoingSMS, .outgoingMMS, .data]
    /// Use in either direction.
    package static let anyUse: [Word] = chargeable + [.incomingCall, .incomingSMS, .incomingMMS]
  }

  /// What does not count although its kind does.
  public enum Exclusion: String, Vocabulary {
    /// Calls and messages to or from service numbers.
    case service
    /// Calls and messages to emergency numbers.
    case emergency
    /// What is known to have cost nothing.
    case free
  }
}

/// The least amount that counts.
public enum LeastAmount: Hashable, Sendable {
  /// This much, or more.
  case atLeast(Money)
  /// More than this.
  case moreThan(Money)

  /// The amount itself.
  public var amount: Money {
    switch self {
    case .atLeast(let amount), .moreThan(let amount): amount
    }
  }

  /// Whether the amount has to be exceeded.
  public var isExclusive: Bool {
    switch self {
    case .atLeast: false
    case .moreThan: true
    }
  }
}

extension Qualifier {
  /// The least that counts here, or that buys anything on a clock.
  package func least(for clock: Clock) -> LeastAmount? {
    if let moreThan { return .moreThan(moreThan) }
    return (atLeast ?? clock.tiers.first?.from).map(LeastAmount.atLeast)
  }

  /// The kinds of use that count.
  package var uses: [Word] { events.filter(Word.anyUse.contains) }
}

extension Qualifier.Word {
  /// What counts, as a noun.
  public var words: Words { Event.Kind(rawValue: rawValue).words }
}

extension Qualifier: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case events, atLeast, moreThan, summedOver, exclude
  }

  /// Reads one way to keep a clock running.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    self.init(
      try container.decode([Word].self, forKey: .events),
      atLeast: try container.decodeIfPresent(Money.self, forKey: .atLeast),
      moreThan: try container.decodeIfPresent(Money.self, forKey: .moreThan),
      summedOver: try container.decodeIfPresent(Period.self, forKey: .summedOver),
      exclude: try container.decodeIfPresent([Exclusion].self, forKey: .exclude) ?? [])
  }
}
