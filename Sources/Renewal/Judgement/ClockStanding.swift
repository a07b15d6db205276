import FoundationEssentials

/// What the events of a line make of one clock.
struct ClockStanding {
  let clock: Clock
  let calendar: ClockCalendar
  /// The name of the clock's zone.
  let zone: String
  /// Whether that zone is the person's, for want of the carrier's.
  let isZoneAssumed: Bool
  /// The clock, if it has started.
  var run: ClockRun?
  /// Where it stands now.
  var position: ClockPosition
  /// What can't be counted for want of something, and would matter.
  var missing: [Missing]
  /// What there is to say about single events, in their order.
  var notes: [ClockFold.Note]
  /// The ends it had, for clocks that follow it.
  var changes: [ClockChange]
  /// How many debits carried it on, and will.
  var debits: Int
}

/// A new end of a clock, as a clock that follows it sees it.
struct ClockChange {
  let at: Date
  let end: ClockEnd
  let cause: Event?
}

/// Works out where each clock of a line stands, each in its own zone, those that follow others
/// after them.
struct ClockStandings {
  let line: Line
  let rule: Rule?
  let history: History
  let now: Date
  let personsZone: TimeZone

  private var known: [Clock.ID: ClockStanding] = [:]
  private var visiting: Set<Clock.ID> = []

  init(line: Line, rule: Rule?, history: History, now: Date, personsZone: TimeZone) {
    self.line = line
    self.rule = rule
    self.history = history
    self.now = now
    self.personsZone = personsZone
  }

  /// The clocks of the rule and the line's own, which take the place of those they are named like.
  var clocks: [Clock] {
    let own = line.clocks
    return (rule?.clocks ?? []).filter { clock in !own.contains { $0.id == clock.id } } + own
  }

  /// Where all clocks stand.
  mutating func all() -> [ClockStanding] {
    clocks.compactMap { standing(of: $0) }
  }

  /// The clock that a date is about when it names none: the first that the line lives by.
  private var mainClock: Clock.ID? {
    let lasting = clocks.filter { !$0.subject.isWindow }
    return (lasting.first(where: \.governsLine) ?? lasting.first)?.id
  }

  private mutating func standing(of clock: Clock) -> ClockStanding? {
    if let known = known[clock.id] { return known }
    guard visiting.insert(clock.id).inserted else { return nil }
    defer { visiting.remove(clock.id) }
    let zone = clock.zone ?? rule?.zone
    let calendar = ClockCalendar(zone: zone?.timeZone ?? personsZone)
    var (fold, missing) = fold(clock, calendar)
    fold.advance(to: now)
    var run = fold.run
    if let ahead = fold.debitsAhead(at: now) { run = ahead.run }
    let position = position(of: fold, run, clock, calendar)
    if fold.isUndecided(at: now) { missing.append(.balance(clock.id)) }
    if position == .pastEnd { missing.append(.stages(clock.id)) }
    let standing = ClockStanding(
      clock: clock, calendar: calendar, zone: zone?.name ?? personsZone.identifier,
      isZoneAssumed: zone == nil, run: run, position: position,
      missing: fold.isMet ? [] : missing + fold.uncounted, notes: fold.notes,
      changes: fold.changes, debits: fold.debitsAhead(at: now)?.count ?? 0)
    known[clock.id] = standing
    return standing
  }

  private mutating func fold(
    _ clock: Clock, _ calendar: ClockCalendar
  ) -> (ClockFold, [Missing]) {
    var missing: [Missing] = []
    var billingDay: Int?
    for case .billingDay(let day) in clock.anchor {
      billingDay = (day ?? line.billingDay).flatMap { (1...31).contains($0) ? $0 : nil }
      if billingDay == nil { missing.append(.billingDay(clock.id)) }
    }
    var fold = ClockFold(
      clock, calendar: calendar, takesUnnamedDates: clock.id == mainClock, billingDay: billingDay)
    if billingDay == nil, !missing.isEmpty { return (fold, missing) }
    let followed = followed(by: clock)
    for (change, days) in followed[nil] ?? [] { fold.follow(change, plusDays: days) }
    let person = ClockCalendar(zone: personsZone)
    for (event, point) in history.happened(by: now, in: calendar, person: person) {
      fold.take(event, at: point)
      for (change, days) in followed[event.id] ?? [] { fold.follow(change, plusDays: days) }
    }
    if let point = calendar.point(.moment(now)) { fold.startOnBillingDay(at: point) }
    if fold.run == nil, fold.uncounted.isEmpty {
      missing.append(.anchor(clock.id, anyOf: clock.anchor.map(\.word)))
    }
    return (fold, missing)
  }

  // The ends of the clocks that a clock follows, by the events that brought them about.
  private mutating func followed(by clock: Clock) -> [Event.ID?: [(ClockChange, Int)]] {
    var followed: [(ClockChange, Int)] = []
    for case .clockEnd(let id, let days) in clock.anchor {
      guard let other = clocks.first(where: { $0.id == id }), let standing = standing(of: other)
      else { continue }
      followed += standing.changes.map { ($0, days) }
    }
    return Dictionary(grouping: followed) { $0.0.cause?.id }
  }

  private func position(
    of fold: ClockFold, _ run: ClockRun?, _ clock: Clock, _ calendar: ClockCalendar
  ) -> ClockPosition {
    if fold.isMet { return .met }
    guard let run else { return .notStarted }
    let position = calendar.position(of: run, at: now, for: clock)
    let isOpen = fold.isUndecided(at: now) || !fold.uncounted.isEmpty
    return position != .running && isOpen ? .undetermined : position
  }
}
