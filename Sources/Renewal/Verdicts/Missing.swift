public import Words

/// Something that would have to be known to say more.
public enum Missing: Hashable, Sendable {
  /// The line's rule.
  case rule
  /// The rule of that name in the book.
  case knownRule
  /// That the line is in use.
  case activation
  /// What starts a clock: one of these.
  case anchor(Clock.ID, anyOf: [Anchor.Word])
  /// The balance, for a clock that is carried on from it.
  case balance(Clock.ID)
  /// The day of the month that the plan renews on.
  case billingDay(Clock.ID)
  /// What the carrier does after a clock's end.
  case stages(Clock.ID)
  /// Something about an event, for a clock.
  case detail(Detail, of: Event.ID, clock: Clock.ID)

  /// What can be missing in an event.
  public enum Detail: Hashable, Sendable {
    /// How long what was bought lasts.
    case term
    /// What was paid, in the currency of the rule.
    case amount
    /// How the line was used.
    case usage
    /// The date that the carrier gives.
    case date
  }

  /// What is missing, without what it is missing for.
  public enum What: String, Vocabulary {
    /// See ``Missing/rule``.
    case rule
    /// See ``Missing/knownRule``.
    case knownRule
    /// See ``Missing/anchor(_:anyOf:)``.
    case anchor
    /// See ``Missing/Detail/term``.
    case term
    /// See ``Missing/Detail/amount``.
    case amount
    /// See ``Missing/Detail/usage``.
    case usage
    /// See ``Missing/Detail/date``.
    case date
    /// See ``Missing/balance(_:)``.
    case balance
    /// See ``Missing/billingDay(_:)``.
    case billingDay
    /// See ``Missing/stages(_:)``.
    case stages
    /// See ``Missing/activation``.
    case activation
  }

  /// What is missing, without what it is missing for.
  public var what: What {
    switch self {
    case .rule: .rule
    case .knownRule: .knownRule
    case .activation: .activation
    case .anchor: .anchor
    case .balance: .balance
    case .billingDay: .billingDay
    case .stages: .stages
    case .detail(.term, _, _): .term
    case .detail(.amount, _, _): .amount
    case .detail(.usage, _, _): .usage
    case .detail(.date, _, _): .date
    }
  }
}

extension Missing {
  /// What would have to be known.
  public var sentence: Words {
    switch self {
    case .anchor(_, let words) where !words.isEmpty:
      Words("one of: \(Words.listed(words.map(\.words)))")
    case .rule, .knownRule, .activation, .anchor, .balance, .billingDay, .stages, .detail:
      what.words
    }
  }
}

extension Missing.What {
  /// What is missing, as a noun.
  public var words: Words {
    switch self {
    case .rule: Words("the carrier's rule")
    case .knownRule: Words("a rule that is in the book")
    case .anchor: Words("what starts its time")
    case .term: Words("how long what was bought lasts")
    case .amount: Words("what was paid, in the currency of the rule")
    case .usage: Words("how it was used")
    case .date: Words("the date that the carrier gives")
    case .balance: Words("the balance")
    case .billingDay: Words("the billing day")
    case .stages: Words("what the carrier does after the end")
    case .activation: Words("that it is in use")
    }
  }
}

extension Missing: Codable {
  private enum CodingKeys: String, CodingKey { case what, clock, event, anyOf }

  /// Reads what is missing and what it is missing for.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func clock() throws -> Clock.ID { try container.decode(Clock.ID.self, forKey: .clock) }
    func detail(_ detail: Detail) throws -> Missing {
      .detail(
        detail, of: try container.decode(Event.ID.self, forKey: .event), clock: try clock())
    }
    switch try container.decode(What.self, forKey: .what) {
    case .rule: self = .rule
    case .knownRule: self = .knownRule
    case .activation: self = .activation
    case .anchor:
      self = .anchor(
        try clock(), anyOf: try container.decode([Anchor.Word].self, forKey: .anyOf))
    case .balance: self = .balance(try clock())
    case .billingDay: self = .billingDay(try clock())
    case .stages: self = .stages(try clock())
    case .term: self = try detail(.term)
    case .amount: self = try detail(.amount)
    case .usage: self = try detail(.usage)
    case .date: self = try detail(.date)
    }
  }

  /// Writes what is missing and what it is missing for.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(what, forKey: .what)
    switch self {
    case .rule, .knownRule, .activation: break
    case .anchor(let clock, let words):
      try container.encode(clock, forKey: .clock)
      try container.encode(words, forKey: .anyOf)
    case .balance(let clock), .billingDay(let clock), .stages(let clock):
      try container.encode(clock, forKey: .clock)
    case .detail(_, let event, let clock):
      try container.encode(clock, forKey: .clock)
      try container.encode(event, forKey: .event)
    }
  }
}
