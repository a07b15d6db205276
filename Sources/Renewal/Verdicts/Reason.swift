public import CardState
public import FoundationEssentials
public import Words

/// One thing that a verdict rests on, by where it comes from.
public enum Reason: Equatable, Sendable {
  /// From the line's rule, or from what its owner set.
  case rule(FromRule, clock: Clock.ID? = nil, by: Authority)
  /// From an event that somebody recorded.
  case record(FromRecord, clock: Clock.ID? = nil, event: Event.ID)
  /// From a read of the card.
  case card(FromCard, Testimony)

  /// The clock it is about.
  public var clock: Clock.ID? {
    switch self {
    case .rule(_, let clock, _), .record(_, let clock, _): clock
    case .card: nil
    }
  }

  package enum Code: Hashable {
    case rule(FromRule.Code), record(FromRecord.Code), card(FromCard.Code)
  }

  package var code: Code {
    switch self {
    case .rule(let what, _, _): .rule(what.code)
    case .record(let what, _, _): .record(what.code)
    case .card(let what, _): .card(what.code)
    }
  }

  /// Who says what a line lives by.
  public enum Authority: Equatable, Sendable {
    /// A rule from the rule book, or the clock that a person took over from a source.
    case rule(Rule.ID?, Provenance)
    /// What the person set for the line, or said in the call.
    case person
  }

  /// When a clock ended or will end, or a pack was used up.
  public struct End: Equatable, Sendable {
    /// The last day of it.
    public let day: CalendarDay
    /// The first moment after it; of a pack that was used up, when that was.
    public let on: Occurrence

    package init(day: CalendarDay, on: Occurrence) {
      self.day = day
      self.on = on
    }
  }

  /// The event behind a reason.
  public struct Occasion: Equatable, Sendable {
    /// When it happened.
    public let on: Occurrence
    /// What was paid, charged or found.
    public let amount: Money?
    /// The date that came with it.
    public let day: CalendarDay?

    package init(on: Occurrence, amount: Money? = nil, day: CalendarDay? = nil) {
      self.on = on
      self.amount = amount
      self.day = day
    }
  }

  /// A piece of evidence behind a reason.
  public struct Testimony: Equatable, Sendable {
    /// The rule of evidence.
    public let rule: Evidence.Rule
    /// The files or lists of the card.
    public let files: [String]
    /// What it says.
    public let says: Evidence.Statement
    /// When the card was read, or the carrier's text was written.
    public let readAt: Date

    package init(
      rule: Evidence.Rule, files: [String], says: Evidence.Statement, readAt: Date
    ) {
      self.rule = rule
      self.files = files
      self.says = says
      self.readAt = readAt
    }
  }
}

// MARK: - Sentences

extension Reason {
  /// What the sentences of a verdict refer to.
  public struct Context: Sendable {
    private let clocks: [ClockVerdict]
    private let events: [Event]
    /// The zone to tell days in.
    let zone: TimeZone

    /// The context of a verdict.
    ///
    /// - Parameters:
    ///   - verdict: the verdict.
    ///   - events: what happened to its line.
    ///   - zone: the person's zone.
    public init(_ verdict: Verdict, events: [Event], zone: TimeZone) {
      clocks = verdict.clocks
      self.events = events
      self.zone = zone
    }

    /// What a clock counts down for, with the clock's name where two count for the same.
    func subject(of clock: Clock.ID?) -> Words {
      guard let clock = clocks.first(where: { $0.clock == clock }) else { return Words("the line") }
      let isAlone = clocks.count { $0.subject == clock.subject } == 1
      return isAlone ? clock.subject.words : Words("\(clock.subject.words) (\(clock.clock))")
    }

    /// The last day of a clock on the stricter reading of its months, where that is another one.
    func strictLastDay(of clock: Clock.ID?) -> CalendarDay? {
      clocks.first { $0.clock == clock }?.strictLastDay
    }

    /// An event, with its amount and its day.
    func event(_ id: Event.ID, on: Occurrence) -> Words {
      let event = events.first { $0.id == id }
      let kind = event?.noun ?? Words("an event")
      let day = on.dayText(in: zone)
      guard let amount = event?.amount else { return Words("\(kind) on \(day)") }
      return Words("\(kind) of \(amount.text) on \(day)")
    }
  }

  /// The reason as a sentence, without its source.
  public func sentence(in context: Context) -> Words {
    switch self {
    case .rule(.clockRuns(let end), let clock, _):
      end.lasting(context.subject(of: clock), strictly: context.strictLastDay(of: clock))
    case .rule(let what, let clock, _): what.sentence(about: context.subject(of: clock))
    case .record(let what, let clock, let event):
      what.sentence(
        about: context.subject(of: clock), event: { context.event(event, on: $0) })
    case .card(let what, let testimony): what.sentence(testimony)
    }
  }

  /// Where the reason comes from, and from when that is; nil where the sentence tells.
  public func source(in context: Context) -> Words? {
    switch self {
    case .rule(_, _, .rule(_, let provenance)):
      guard let day = provenance.checkedOn else { return provenance.quality.words }
      return Words("\(provenance.quality.words), checked \(day)")
    case .rule(.noRule, _, .person), .rule(.chooseRule, _, .person): return nil
    case .rule(_, _, .person): return Words("you")
    case .record: return nil
    case .card(_, let testimony):
      return Words("card read \(Occurrence.moment(testimony.readAt).dayText(in: context.zone))")
    }
  }
}

// MARK: - JSON

extension Reason: Codable {
  enum Member: String, CodingKey {
    case code, clock, on, day, amount, balance, count, state, effects, assumed, rule, rules, zone,
      follows, says, source
  }
  typealias Reader = KeyedDecodingContainer<Member>
  typealias Writer = KeyedEncodingContainer<Member>

  /// Reads a reason.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Member.self)
    let clock = try container.decodeIfPresent(Clock.ID.self, forKey: .clock)
    switch try container.decode(Source.self, forKey: .source) {
    case .authority(let authority):
      self = .rule(try FromRule(container), clock: clock, by: authority)
    case .record(let event):
      self = .record(try FromRecord(container), clock: clock, event: event)
    case .card(let rule, let files):
      let testimony = Testimony(
        rule: rule, files: files,
        says: try container.decode(Evidence.Statement.self, forKey: .says),
        readAt: try container.readAt)
      self = .card(try FromCard(container), testimony)
    }
  }

  /// Writes a reason.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Member.self)
    try container.encodeIfPresent(clock, forKey: .clock)
    switch self {
    case .rule(let what, _, let authority):
      try what.encode(into: &container)
      try container.encode(Source.authority(authority), forKey: .source)
    case .record(let what, _, let event):
      try what.encode(into: &container)
      try container.encode(Source.record(event), forKey: .source)
    case .card(let what, let testimony):
      try what.encode(into: &container)
      try container.encode(testimony.says, forKey: .says)
      try container.encode(Occurrence.moment(testimony.readAt), forKey: .on)
      try container.encode(Source.card(testimony.rule, testimony.files), forKey: .source)
    }
  }

  private enum SourceKind: String, Vocabulary { case rule, record, card, person }

  /// Where a reason comes from, as JSON has it.
  private enum Source: Codable {
    case authority(Authority)
    case record(Event.ID)
    case card(Evidence.Rule, [String])

    private enum CodingKeys: String, CodingKey {
      case kind, rule, provenance, event, evidence, files
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      switch try container.decode(SourceKind.self, forKey: .kind) {
      case .rule:
        self = .authority(
          .rule(
            try container.decodeIfPresent(Rule.ID.self, forKey: .rule),
            try container.decode(Provenance.self, forKey: .provenance)))
      case .person: self = .authority(.person)
      case .record: self = .record(try container.decode(Event.ID.self, forKey: .event))
      case .card:
        self = .card(
          try container.decode(Evidence.Rule.self, forKey: .evidence),
          try container.decode([String].self, forKey: .files))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      switch self {
      case .authority(.rule(let rule, let provenance)):
        try container.encode(SourceKind.rule, forKey: .kind)
        try container.encodeIfPresent(rule, forKey: .rule)
        try container.encode(provenance, forKey: .provenance)
      case .authority(.person): try container.encode(SourceKind.person, forKey: .kind)
      case .record(let event):
        try container.encode(SourceKind.record, forKey: .kind)
        try container.encode(event, forKey: .event)
      case .card(let rule, let files):
        try container.encode(SourceKind.card, forKey: .kind)
        try container.encode(rule, forKey: .evidence)
        try container.encode(files, forKey: .files)
      }
    }
  }
}

extension KeyedDecodingContainer<Reason.Member> {
  fileprivate var readAt: Date {
    get throws {
      guard case .moment(let moment) = try decode(Occurrence.self, forKey: .on) else {
        throw DecodingError.dataCorruptedError(
          forKey: .on, in: self, debugDescription: "a read of a card without its time")
      }
      return moment
    }
  }
}
