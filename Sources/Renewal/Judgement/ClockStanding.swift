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
  /// What is expected of it, where it goes on by itself.
  var expectation: Expectation?
}

extension ClockStanding {
  /// When its present period began, or was set.
  var presentFrom: Date? {
    expectation?.periods.last.flatMap { calendar.start(of: $0) } ?? run?.setAt
  }

  /// The days on which it went on by itself, and will within some 400 days.
  func renewalDays(beyond today: CalendarDay?) -> [CalendarDay] {
    guard let today, let expectation, let period = clock.period, period.unit != .hour,
      let limit = calendar.adding(400, .day, to: today)
    else { return [] }
    var days = expectation.periods
    var next = run
    while let run = next, days.count < ClockFold.mostRounds,
      let day = calendar.adding(1, .day, to: run.end.lastDay), day <= limit
    {
      days.append(day)
      next = calendar.prolonged(run, by: period, for: clock)
    }
    return days
  }
}

extension ClockStanding {
  /// Whether the line was used after the clock took it away, as its rule has it.
  var wasUsedAfterLoss: Bool {
    guard position == .over, let run else { return false }
    return notes.contains { note in
      note.what.code == .usedAfterEnd
        && calendar.point(note.event.on).map { calendar.position(of: run, at: $0.moment) } == .over
    }
  }
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
  /// The day after which a network accepted the line, as its card shows.
  let accepted: CalendarDay?
  private let lineClocks: LineClocks

  private var known: [Clock.ID: ClockStanding] = [:]
  private var visiting: Set<Clock.ID> = []

  init(
    line: Line, rule: Rule?, history: History, now: Date, personsZone: TimeZone,
    accepted: CalendarDay? = nil
  ) {
    self.line = line
    self.rule = rule
    self.history = history
    self.now = now
    self.personsZone = personsZone
    self.accepted = accepted
    lineClocks = LineClocks(
      line, rule, history, on: ClockCalendar(zone: personsZone).day(of: now))
  }

  /// The clocks of the line.
  var clocks: [Clock] { lineClocks.all }

  /// The clock that its plan goes by.
  var plan: Clock.ID? { lineClocks.plan }

  /// Where all clocks stand.
  mutating func all() -> [ClockStanding] {
    clocks.compactMap { standing(of: $0) }
  }

  /// The clock that a date is about when it names none: the first that the line lives by.
  private var mainClock: Clock.ID? {
    let lasting = clocks.filter { !$0.subject.isWindow && $0.readingOf == nil }
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
    let position = position(of: fold, run, calendar)
    if fold.isUndecided(at: now) { missing.append(.balance(clock.id)) }
    if position == .pastEnd { missing.append(.stages(clock.id)) }
    let standing = ClockStanding(
      clock: run?.terms.clock ?? clock, calendar: calendar,
      zone: zone?.name ?? personsZone.identifier,
      isZoneAssumed: zone == nil, run: run, position: position,
      missing: fold.isMet ? [] : missing + fold.uncounted, notes: fold.notes,
      changes: fold.changes, debits: fold.debitsAhead(at: now)?.count ?? 0,
      expectation: fold.expectation(accepted: accepted))
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
      clock, rule?.terms(of: clock) ?? [], calendar: calendar,
      takesUnnamedDates: mainClock.map(clock.isNamed) ?? false, billingDay: billingDay,
      subscription: clock.id == plan ? line.subscription : nil,
      takesUnnamedRenewals: plan == nil || clock.id == plan)
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
    of fold: ClockFold, _ run: ClockRun?, _ calendar: ClockCalendar
  ) -> ClockPosition {
    if fold.isMet { return .met }
    guard let run else { return .notStarted }
    let position = calendar.position(of: run, at: now)
    let isOpen = fold.isUndecided(at: now) || !fold.uncounted.isEmpty
    return position != .running && isOpen ? .undetermined : position
  }
}
