public import CardState
public import FoundationEssentials

/// Judges a line: is it alive, when does it lapse, what then.
///
/// It looks at nothing but its arguments, and the order of events and evidence changes nothing.
///
/// - Parameters:
///   - line: the line.
///   - rules: the rule book, for the line's rule.
///   - events: what happened to the line. Those after `now` count for nothing.
///   - evidence: what its card says. It moves the confidence, never the state.
///   - submitted: when the renewal was paid or sent that is under way.
///   - now: the moment to judge at.
///   - zone: the person's zone, for clocks without one.
/// - Returns: where the line stands, with all that speaks for it and what is missing.
public func judge(
  _ line: Line, by rules: RuleBook, events: [Event], evidence: [Evidence] = [],
  submitted: Date? = nil,
  at now: Date, zone: TimeZone
) -> Verdict {
  let rule = line.rule.flatMap { rules[$0] }
  let history = History(events)
    .sinceItsLastMove(by: now, person: ClockCalendar(zone: zone))
  let standing = LineStanding(
    line, rule, history, accepted: evidence.accepted(in: zone), submitted: submitted, now: now,
    zone: zone)
  let weighing = Weighing(standing: standing, evidence: evidence.sorted(by: Evidence.isHeavier))
  let warning = Warning(standing: standing, weighing: weighing, now: now)
  let due = warning.due
  return Verdict(
    line: line.id, state: weighing.isNoLine ? .unknown : standing.state,
    severity: warning.severity, confidence: weighing.confidence,
    dueOn: due?.day, dueClock: due?.clock, daysLeft: due?.daysLeft, duties: warning.duties,
    balance: standing.sheet.map(BalanceVerdict.init), clocks: warning.clocks,
    reasons: Reasoning(
      standing: standing, weighing: weighing, duty: warning.duties.first, history: history,
      choices: rules.choices(for: line), now: now
    ).reasons,
    next: Advice(standing: standing, weighing: weighing, warning: warning).steps
      .map { $0.of(line) },
    missing: standing.missing,
    mayBe: weighing.isNoLine || standing.state != .overdue
      ? nil : standing.deciding.flatMap(standing.possibility),
    notes: weighing.isNoLine ? [] : standing.notes)
}

/// What of a verdict tells one moment from another, at half the work.
public struct Outlook: Sendable {
  /// See ``Verdict/state``.
  public let state: LineState
  /// See ``Verdict/dueOn``.
  public let dueOn: CalendarDay?
  /// See ``Verdict/duties``.
  public let duties: [Duty]

  /// Judges a line as ``judge(_:by:events:evidence:submitted:at:zone:)`` does; cards are not looked at.
  public init(
    _ line: Line, by rules: RuleBook, events: [Event], at now: Date, zone: TimeZone
  ) {
    let history = History(events)
      .sinceItsLastMove(by: now, person: ClockCalendar(zone: zone))
    let standing = LineStanding(
      line, line.rule.flatMap { rules[$0] }, history, accepted: nil, submitted: nil,
      now: now, zone: zone)
    let warning = Warning(
      standing: standing, weighing: Weighing(standing: standing, evidence: []), now: now)
    state = standing.state
    dueOn = warning.due?.day
    duties = warning.duties
  }
}

extension [Evidence] {
  /// The last day after which a network has accepted the line: of the read before such a one.
  fileprivate func accepted(in zone: TimeZone) -> CalendarDay? {
    filter { $0.rule == .acceptedBetweenReads }.compactMap(\.since).max()
      .flatMap { CalendarDay($0, in: zone) }
  }
}

extension BalanceVerdict {
  init(_ sheet: BalanceSheet) {
    self.init(
      noted: sheet.noted.amount ?? sheet.present, notedOn: sheet.noted.on, present: sheet.present,
      expected: sheet.expected == sheet.present ? nil : sheet.expected)
  }
}

extension Evidence {
  /// An order of evidence that doesn't depend on the order in which it came.
  fileprivate static func isHeavier(_ one: Evidence, _ other: Evidence) -> Bool {
    if one.strength != other.strength { return one.strength.weight > other.strength.weight }
    if one.readAt != other.readAt { return one.readAt > other.readAt }
    if one.rule != other.rule { return one.rule.rawValue < other.rule.rawValue }
    return String(reflecting: one) < String(reflecting: other)
  }
}
