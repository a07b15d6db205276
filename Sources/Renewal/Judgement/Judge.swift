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
///   - now: the moment to judge at.
///   - zone: the person's zone, for clocks without one.
/// - Returns: where the line stands, with all that speaks for it and what is missing.
public func judge(
  _ line: Line, by rules: RuleBook, events: [Event], evidence: [Evidence] = [], at now: Date,
  zone: TimeZone
) -> Verdict {
  let rule = line.rule.flatMap { rules[$0] }
  let history = History(events)
    .sinceItsLastMove(by: now, person: ClockCalendar(zone: zone))
  var clocks = ClockStandings(
    line: line, rule: rule, history: history, now: now, personsZone: zone)
  let happened = history.happened(
    by: now, in: ClockCalendar(zone: zone), person: ClockCalendar(zone: zone))
  let standing = LineStanding(
    line: line, rule: rule, clocks: clocks.all(), happened: happened.map(\.event))
  let weighing = Weighing(standing: standing, evidence: evidence.sorted(by: Evidence.isHeavier))
  let warning = Warning(standing: standing, confidence: weighing.confidence, now: now)
  let due = warning.due
  return Verdict(
    line: line.id, state: weighing.isNoLine ? .unknown : standing.state,
    severity: weighing.isNoLine ? .ok : warning.severity, confidence: weighing.confidence,
    dueOn: due?.day, dueClock: due?.clock, daysLeft: due?.daysLeft, clocks: warning.clocks,
    reasons: Reasoning(standing: standing, weighing: weighing, history: history, now: now).reasons,
    next: Advice(standing: standing, weighing: weighing, warning: warning).steps,
    missing: standing.missing)
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
