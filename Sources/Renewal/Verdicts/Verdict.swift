public import FoundationEssentials
public import Words

/// What is known of a line at one moment: where it stands, how sure that is, why, and what to do.
///
/// ``dueOn`` is about the line: when it gets worse. What its owner has to do, and by when, are its
/// ``duties``.
public struct Verdict: Equatable, Sendable {
  /// The line.
  public var line: Line.ID
  /// Where it stands.
  public var state: LineState
  /// How much of a worry it is.
  public var severity: Severity
  /// How sure the state is.
  public var confidence: Confidence
  /// The last day before the line gets worse: of the clock that ends next, or of the stage it is
  /// in. Absent where no end is known.
  public var dueOn: CalendarDay?
  /// The clock that ``dueOn`` is about.
  public var dueClock: Clock.ID?
  /// Days from today to ``dueOn``, in that clock's zone: 0 on the last day.
  public var daysLeft: Int?
  /// What its owner has to do, the most pressing first.
  public var duties: [Duty]
  /// What is on the line, as far as it was noted in the line's currency.
  public var balance: BalanceVerdict?
  /// Each clock of the line, in the order of its rule.
  public var clocks: [ClockVerdict]
  /// Why, the weightiest first.
  public var reasons: [Reason]
  /// What to do, the most urgent first.
  public var next: [NextStep]
  /// What would have to be known to say more.
  public var missing: [Missing]
  /// What the line may be by now, where it is overdue.
  public var mayBe: LineState?
  /// What the line's rule and its clocks say that their members can't.
  public var notes: [RuleNote]
}

extension Verdict {
  /// The state in words, with what the line may be by now.
  public var words: Words {
    guard let mayBe else { return state.words }
    return Words("\(state.words): it may be \(mayBe.asPossibility)")
  }
}

extension LineState {
  /// The state as something that a line may be in by now.
  var asPossibility: Words { self == .quarantined ? Words("barred") : words }
}

/// What a rule says in words alone, such as what does not count.
public struct RuleNote: Codable, Equatable, Sendable {
  /// The clock it is about; absent where it is about the whole rule.
  public var clock: Clock.ID?
  /// What it says.
  public var text: LocalText

  /// A note of a rule, or of one of its clocks.
  package init(_ text: LocalText, about clock: Clock.ID? = nil) {
    self.text = text
    self.clock = clock
  }
}

extension Verdict {
  /// What its owner has to do first.
  public var duty: Duty? { duties.first }
  /// The first last day of all that has to be done, whatever is to be done first.
  public var deadline: CalendarDay? { duties.compactMap(\.deadline).min() }
  /// The first day by which something has to be done.
  public var actBy: CalendarDay? { duties.map(\.actBy).min() }

  /// The day that the line is listed under: the first on which one of its duties is to be done.
  public var listedOn: CalendarDay? { duties.map(\.listedOn).min() }

  /// The last day that it had, of a line that is lost; absent where no day was known.
  public var lostOn: CalendarDay? {
    guard isOver, state == .terminated else { return nil }
    return clocks.filter(\.governs).compactMap { $0.stageLastDay ?? $0.lastDay }.max()
  }

  /// Whether it is over for good: lost or ended, or a pack with nothing behind it that is used up.
  public var isOver: Bool {
    guard duties.isEmpty, missing.isEmpty else { return false }
    if state == .terminated { return true }
    let governing = clocks.filter(\.governs)
    return !governing.isEmpty
      && governing.allSatisfy { $0.pack == .expired || $0.pack == .exhausted }
  }
}

/// What is on a line: the last balance that was noted, and what became of it.
public struct BalanceVerdict: Codable, Equatable, Sendable {
  /// The last balance that was noted.
  public var noted: Money
  /// When that was.
  public var notedOn: Occurrence
  /// That with the recorded top-ups, transfers, refunds and charges since.
  public var present: Money
  /// That without the fees and day rates that nobody recorded, where there are some.
  public var expected: Money?
}

extension Verdict: Codable {
  private enum CodingKeys: String, CodingKey {
    case line, state, severity, confidence, dueOn, dueClock, daysLeft, duty, deadline, actBy, duties
    case over, balance, clocks, reasons, next, missing, mayBe, notes
  }

  /// Reads a verdict; those of earlier versions have no duties.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    line = try container.decode(Line.ID.self, forKey: .line)
    state = try container.decode(LineState.self, forKey: .state)
    severity = try container.decode(Severity.self, forKey: .severity)
    confidence = try container.decode(Confidence.self, forKey: .confidence)
    dueOn = try container.decodeIfPresent(CalendarDay.self, forKey: .dueOn)
    dueClock = try container.decodeIfPresent(Clock.ID.self, forKey: .dueClock)
    daysLeft = try container.decodeIfPresent(Int.self, forKey: .daysLeft)
    duties = try container.decodeIfPresent([Duty].self, forKey: .duties) ?? []
    balance = try container.decodeIfPresent(BalanceVerdict.self, forKey: .balance)
    clocks = try container.decode([ClockVerdict].self, forKey: .clocks)
    reasons = try container.decode([Reason].self, forKey: .reasons)
    next = try container.decode([NextStep].self, forKey: .next)
    missing = try container.decode([Missing].self, forKey: .missing)
    mayBe = try container.decodeIfPresent(LineState.self, forKey: .mayBe)
    notes = try container.decodeIfPresent([RuleNote].self, forKey: .notes) ?? []
  }

  /// Writes a verdict; what has to be done first stands by itself too.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(line, forKey: .line)
    try container.encode(state, forKey: .state)
    try container.encode(severity, forKey: .severity)
    try container.encode(confidence, forKey: .confidence)
    try container.encodeIfPresent(dueOn, forKey: .dueOn)
    try container.encodeIfPresent(dueClock, forKey: .dueClock)
    try container.encodeIfPresent(daysLeft, forKey: .daysLeft)
    try container.encodeIfPresent(duty, forKey: .duty)
    try container.encodeIfPresent(deadline, forKey: .deadline)
    try container.encodeIfPresent(actBy, forKey: .actBy)
    try container.encode(duties, forKey: .duties)
    if isOver { try container.encode(true, forKey: .over) }
    try container.encodeIfPresent(balance, forKey: .balance)
    try container.encode(clocks, forKey: .clocks)
    try container.encode(reasons, forKey: .reasons)
    try container.encode(next, forKey: .next)
    try container.encode(missing, forKey: .missing)
    try container.encodeIfPresent(mayBe, forKey: .mayBe)
    try container.encode(notes, forKey: .notes)
  }
}

/// Where one clock of a line stands.
public struct ClockVerdict: Codable, Equatable, Sendable {
  /// The clock.
  public var clock: Clock.ID
  /// What it counts down for.
  public var subject: Subject
  /// Whether the line's state follows from it.
  public var governs: Bool
  /// What it says about the line.
  public var state: LineState
  /// What the line may be by now, of a clock that makes it overdue.
  public var mayBe: LineState?
  /// The clock that this is another source's reading of.
  public var readingOf: Clock.ID?
  /// Whether another reading of the same is stricter, and this one warns of nothing: `true`, or
  /// absent.
  public var overruled: Bool?
  /// Where the pack stands, of a clock of a pack.
  public var pack: PackState?
  /// How much of a worry it is.
  public var severity: Severity
  /// The threshold that was passed, in days, if one was.
  public var threshold: Int?
  /// The first moment after its end.
  public var endsAt: Date?
  /// Its last day, in its zone.
  public var lastDay: CalendarDay?
  /// Its last day on the stricter reading of months and years, where that is an earlier day.
  /// Warnings count from it.
  public var strictLastDay: CalendarDay?
  /// The last day of the stage that the line is in, if it is in one that ends.
  public var stageLastDay: CalendarDay?
  /// Days from today, in its zone, to ``stageLastDay`` or else ``lastDay``; negative when past.
  public var daysLeft: Int?
  /// The event that its present end comes from.
  public var since: Event.ID?
  /// The zone of its days: an IANA name or an offset.
  public var zone: String
}
