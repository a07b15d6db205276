import FoundationEssentials

/// Where a line stands by its rule and its events, before anybody looks at its card.
///
/// It is looked at from many places, and to copy it would take longer than to look.
final class LineStanding {
  let line: Line
  let rule: Rule?
  let clocks: [ClockStanding]
  /// The clock that its plan goes by.
  let plan: Clock.ID?
  /// What has happened, in order.
  let happened: [Event]
  /// What became of it as a whole.
  let course: LineCourse
  /// What is on it, as far as that was noted.
  let sheet: BalanceSheet?
  /// The person's day, in the years that a day can have.
  let today: CalendarDay?
  /// The person's calendar.
  let calendar: ClockCalendar
  /// The clocks of which another source gives a stricter reading.
  private(set) var laxer: Set<Clock.ID> = []
  /// The clocks that the state follows from. Where none of them is left, a pack or a balance is
  /// all there is to go by.
  private(set) var governing: [ClockStanding] = []
  /// The clock that the state follows from.
  private(set) var deciding: ClockStanding?

  init(
    _ line: Line, _ rule: Rule?, _ history: History, accepted: CalendarDay?, submitted: Date?,
    now: Date, zone: TimeZone
  ) {
    let calendar = ClockCalendar(zone: zone)
    var standings = ClockStandings(
      line: line, rule: rule, history: history, now: now, personsZone: zone, accepted: accepted)
    let clocks = standings.all()
    let happened = history.happened(by: now, in: calendar, person: calendar).map(\.event)
    let known = Set(happened.map(\.id))
    let today = calendar.day(of: now)
    let plan = standings.plan
    self.line = line
    self.rule = rule
    self.clocks = clocks
    self.plan = plan
    self.happened = happened
    self.today = today
    self.calendar = calendar
    course = LineCourse(
      happened, ahead: history.events.filter { !known.contains($0.id) },
      submitted: submitted.flatMap { $0 <= now ? $0 : nil }, fee: line.subscription?.fee,
      today: today, calendar)
    let fees =
      line.feeFromBalance == nil
      ? [] : clocks.first { $0.clock.id == plan }?.renewalDays(beyond: today) ?? []
    sheet = today.flatMap { BalanceSheet(line, happened, fees: fees, today: $0, calendar) }
    laxer = findLaxer()
    governing = findGoverning()
    deciding = findDeciding()
  }

  /// The cancellation or the move that ended the line for good.
  var ending: Event? { course.ending }

  /// The last money of another currency than the line's that nothing counts.
  var foreignMoney: Event? {
    guard let currency = sheet?.present.currency ?? line.currencySet else { return nil }
    let noted = sheet?.noted.id
    return happened.reversed().prefix { $0.id != noted }
      .first { $0.isOfMoney && $0.amount?.currency != currency }
  }

  private func findGoverning() -> [ClockStanding] {
    if hasNoEndDate { return [] }
    let open = clocks.filter { $0.position != .met && !laxer.contains($0.clock.id) }
    let governing = open.filter(\.clock.governsLine)
    return governing.isEmpty ? open.filter { $0.clock.governs != false } : governing
  }

  private func findDeciding() -> ClockStanding? {
    governing.min { left, right in
      let (one, other) = (contribution(left).rank, contribution(right).rank)
      if one != other { return one > other }
      return (left.run?.end.moment ?? .distantFuture) < (right.run?.end.moment ?? .distantFuture)
    }
  }

  /// Where the line stands.
  var state: LineState {
    if ending != nil { return .terminated }
    if course.suspension != nil || course.bar != nil { return .suspended }
    if hasNoEndDate { return stateWithoutEnd }
    return deciding.map(contribution) ?? .unknown
  }

  /// Whether it was nothing but packs, and the last one is over: nothing of it is left to keep.
  var isUsedUp: Bool {
    guard rule != nil, line.subscription == nil, !governing.isEmpty else { return false }
    return governing.allSatisfy { $0.clock.subject == .pack && $0.position == .over }
      && !clocks.contains { $0.position == .running }
  }

  /// Whether the rule takes nothing away by time.
  var hasNoEndDate: Bool {
    rule?.clocks.isEmpty == true && line.clocks.isEmpty
      && !clocks.contains { $0.clock.id == Clock.givenDate.id }
  }

  /// Whether the line was bought or installed, and nothing shows that it was used.
  var isPending: Bool {
    let kinds = Set(happened.map(\.kind))
    return !kinds.isDisjoint(with: [.purchase, .install, .profileInstalled, .pack])
      && kinds.isDisjoint(with: Event.Kind.activating)
  }

  private var stateWithoutEnd: LineState {
    let shows = Event.Kind.activating.union([
      .topUp, .balance, .reinstated, .resumption, .renewal, .charge, .transferIn, .transferOut,
    ])
    if happened.contains(where: { shows.contains($0.kind) }) { return .active }
    return isPending ? .pendingActivation : .unknown
  }

  /// What a clock says about the line. Where another source says that there is more time, the
  /// carrier may have acted and no more.
  func contribution(_ place: ClockStanding) -> LineState {
    let own = ownContribution(place)
    switch own {
    case .suspended, .quarantined, .terminated:
      let others = readings(of: place.clock).filter { $0.position != .notStarted }
      return others.contains { ownContribution($0).rank < own.rank } ? .overdue : own
    case .pendingActivation, .active, .grace, .overdue, .unknown: return own
    }
  }

  /// What the line may be by now, by a clock that says that it is overdue.
  func possibility(_ place: ClockStanding) -> LineState? {
    guard contribution(place) == .overdue else { return nil }
    if case .stage(let stage, _) = place.position { return stage.name.state }
    return .terminated
  }

  /// What a clock says about the line, whatever other readings there are.
  func ownContribution(_ place: ClockStanding) -> LineState {
    let livesByIt = place.clock.governsLine
    switch place.position {
    case .met: return .active
    case .running: return place.clock.subject.isWindow ? .pendingActivation : .active
    case .notStarted:
      // Whatever runs from the purchase has begun, whether or not anybody noted the day.
      let hasBegun =
        place.clock.subject.isWindow && place.clock.anchor.contains(.purchase) || place.lacksTerm
      return isPending && !hasBegun ? .pendingActivation : .unknown
    case .stage(let stage, _):
      return stage.discretion == .may && stage.name != .grace ? .overdue : stage.name.state
    case .mayBeOver: return livesByIt ? .overdue : .unknown
    case .pastEnd, .undetermined: return .unknown
    // A lost pack or balance is not a lost line; what it means for the line nobody knows.
    case .over:
      if !livesByIt, !place.clock.once { return .unknown }
      return place.wasUsedAfterLoss ? .overdue : .terminated
    }
  }

  private func findLaxer() -> Set<Clock.ID> {
    var laxer: Set<Clock.ID> = []
    for place in clocks where place.clock.readingOf == nil {
      let all = [place] + readings(of: place.clock)
      guard all.count > 1, let strictest = all.min(by: isStricter) else { continue }
      laxer.formUnion(all.map(\.clock.id).filter { $0 != strictest.clock.id })
    }
    return laxer
  }

  /// Readings that may be the stricter ones, if what starts them were known.
  var openReadings: [ClockStanding] {
    clocks.filter { place in
      // A date that the carrier has not given is none that somebody forgot to note.
      laxer.contains(place.clock.id) && place.position == .notStarted
        && place.clock.anchor.contains { $0.word != .explicitDate }
    }
  }

  /// The other readings of what a clock is about.
  private func readings(of clock: Clock) -> [ClockStanding] {
    let subject = clock.readingOf ?? clock.id
    return clocks.filter { $0.clock.id != clock.id && $0.clock.isNamed(subject) }
  }

  private func isStricter(_ one: ClockStanding, _ other: ClockStanding) -> Bool {
    guard one.run != nil, other.run != nil else { return one.run != nil && other.run == nil }
    let (rank, otherRank) = (ownContribution(one).rank, ownContribution(other).rank)
    if rank != otherRank { return rank > otherRank }
    guard let day = one.presentLastDay else { return false }
    return other.presentLastDay.map { day < $0 } ?? true
  }

  /// What the rule and its clocks say that no member of them can.
  var notes: [RuleNote] {
    let ofRule = rule?.note.map { [RuleNote($0)] } ?? []
    return ofRule
      + clocks.compactMap { place in
        place.clock.note.map { RuleNote($0, about: place.clock.id) }
      }
  }

  /// What would have to be known to say more.
  var missing: [Missing] {
    if ending != nil || course.suspension != nil || isUsedUp { return [] }
    if hasNoEndDate { return stateWithoutEnd == .unknown ? [.activation] : [] }
    if rule != nil { return clockMissing }
    if line.rule != nil { return [.knownRule] + clockMissing }
    return clocks.isEmpty ? [.rule] : clockMissing
  }

  private var clockMissing: [Missing] {
    if !clocks.isEmpty, governing.isEmpty { return [.rule] }
    let governing = Set(governing.map(\.clock.id))
    // A reading of which nothing is known yet may be the stricter one.
    var asked = governing.union(openReadings.map(\.clock.id))
    // What starts one that follows another is what starts that.
    let waiting = clocks.filter { asked.contains($0.clock.id) && $0.run == nil }
    asked.formUnion(waiting.flatMap(\.clock.followed))
    var missing = clocks.filter { asked.contains($0.clock.id) }.flatMap { place in
      // What has not begun yet needs no date of its beginning.
      contribution(place) == .pendingActivation ? [] : place.missing
    }
    for place in self.governing
    where place.position == .over && !place.clock.governsLine && !place.clock.once {
      missing.append(.stages(place.clock.id))
    }
    let known = missing.filter { !$0.isOfFollowing }
    if !known.isEmpty { missing = known }
    var seen: Set<Missing> = []
    return missing.filter { seen.insert($0).inserted }
  }
}

extension Missing {
  /// Whether it is the end of another clock, which nobody can record.
  fileprivate var isOfFollowing: Bool {
    if case .anchor(_, let words) = self { words == [.clockEnd] } else { false }
  }
}

extension ClockStanding {
  /// Whether it was started, and nobody noted for how long.
  fileprivate var lacksTerm: Bool {
    missing.contains { if case .detail(.term, _, _) = $0 { true } else { false } }
  }

  /// The last day before it gets worse, by the stricter reading of months: of the stage that it is in, or
  /// else of the clock. Nil where that never ends.
  fileprivate var presentLastDay: CalendarDay? {
    if case .stage(_, let end) = position { end?.strictLastDay } else { run?.end.strictLastDay }
  }
}
