import FoundationEssentials

/// What a person has to do about a line, from all that runs out on it.
struct Duties {
  private let standing: LineStanding
  private let weighing: Weighing
  private let clocks: [ClockVerdict]
  private let now: Date
  private let today: CalendarDay
  private let lead: Int

  /// The lead of a line whose owner set none, in days.
  static let usualLead = 3

  /// Absent outside the years that a day can have.
  init?(_ standing: LineStanding, _ weighing: Weighing, _ clocks: [ClockVerdict], now: Date) {
    guard let today = standing.today else { return nil }
    self.standing = standing
    self.weighing = weighing
    self.clocks = clocks
    self.now = now
    self.today = today
    lead = min(max(standing.line.leadDays ?? Self.usualLead, 0), 3_660)
  }

  /// The duties, the most pressing first.
  var all: [Duty] {
    if weighing.isNoLine { return [] }
    var duties = contradiction
    if standing.ending == nil {
      duties += suspension + bar + plannedEnd + declined
      // What a line had besides goes with it.
      if standing.course.suspension == nil, !standing.isUsedUp, standing.state != .terminated {
        duties += zip(standing.clocks, clocks).flatMap(duties(of:_:)) + balance
      }
    }
    return duties.filter { !isBeyondPlannedEnd($0) }.sorted(by: isMorePressing)
  }

  // What is pressing and has a last day comes first, by that; then what is pressing without one.
  private func isMorePressing(_ one: Duty, _ other: Duty) -> Bool {
    func key(_ duty: Duty) -> (Int, CalendarDay, String, String) {
      let names = (duty.what.rawValue, duty.clock ?? "")
      guard duty.isPressing(on: today) else { return (2, duty.listedOn, names.0, names.1) }
      guard let deadline = duty.deadline else { return (1, duty.listedOn, names.0, names.1) }
      return (0, deadline, names.0, names.1)
    }
    return key(one) < key(other)
  }

  /// A duty with its last day, which is no longer than needed for the lead of the line's owner, or with
  /// the day from which it is to be done at once, or with both.
  private func duty(
    _ what: Duty.Task, _ clock: Clock.ID? = nil, deadline: CalendarDay? = nil,
    since: CalendarDay? = nil, today: CalendarDay? = nil
  ) -> Duty? {
    let calendar = standing.calendar
    guard let actBy = deadline.map({ calendar.adding(-lead, .day, to: $0) ?? $0 }) ?? since
    else { return nil }
    return Duty(
      what: what, clock: clock, deadline: deadline, actBy: actBy, since: since,
      daysLeft: (today ?? self.today).days(to: deadline ?? actBy))
  }

  // Nothing has to be renewed beyond the end that is planned.
  private func isBeyondPlannedEnd(_ duty: Duty) -> Bool {
    guard let last = standing.course.planned?.lastDay, let deadline = duty.deadline,
      duty.what != .prepareEnd
    else { return false }
    return deadline >= last && duty.since == nil
  }
}

// MARK: - What they come from

extension Duties {
  private func duties(of place: ClockStanding, _ verdict: ClockVerdict) -> [Duty] {
    let clock = place.clock
    let day = place.calendar.day(of: now)
    func one(
      _ what: Duty.Task, deadline: CalendarDay? = nil, since: CalendarDay? = nil
    ) -> [Duty] {
      [duty(what, clock.id, deadline: deadline, since: since, today: day)].compactMap { $0 }
    }
    let end = place.run?.end
    if verdict.overruled == true { return [] }
    if verdict.state == .overdue {
      // Past what the carrier may do nobody knows how it stands, until it is tested.
      var last: ClockEnd?
      if case .stage(_, let stageEnd) = place.position { last = stageEnd }
      return verdict.governs
        ? one(.findOut, deadline: last?.strictLastDay, since: end?.lastDay) : []
    }
    switch place.position {
    case .met, .notStarted, .mayBeOver: return []
    case .running:
      let doubt = place.expectation?.doubtfulSince.map { one(.confirmRenewal, since: $0) } ?? []
      guard let end, clock.auto != .renew, isNeeded(clock) else { return doubt }
      return doubt
        + one(clock.auto == .none ? clock.task : .topUp, deadline: end.strictLastDay)
    case .stage(let stage, let stageEnd):
      let what: Duty.Task =
        switch stage.recoverBy {
        case .topUp: clock.task
        case .contact: .contactCarrier
        case .none: .findOut
        }
      return one(what, deadline: stageEnd?.strictLastDay, since: end?.lastDay)
    case .pastEnd, .undetermined:
      return one(clock.task, deadline: end?.strictLastDay, since: end?.lastDay)
    // By its rule it is gone, and nothing brings it back.
    case .over where clock.governsLine: return []
    // What is known of the line was known by its credit.
    case .over where clock.subject == .balance:
      return verdict.governs ? one(.findOut, since: end?.lastDay) : []
    case .over:
      guard clock.subject == .pack, !clock.once, isWanted(clock) || verdict.governs else {
        return []
      }
      return one(.buyPack, deadline: end?.strictLastDay, since: end?.lastDay)
    }
  }

  // Whoever pays as they go has packs as extras.
  private func isNeeded(_ clock: Clock) -> Bool {
    clock.subject != .pack || standing.line.plan != .payAsYouGo || clock.id == standing.plan
  }

  // A pack that is over is only missed where there is a plan.
  private func isWanted(_ clock: Clock) -> Bool {
    if clock.id == standing.plan { return true }
    return switch standing.line.plan {
    case .voice, .data, .combined: standing.plan == nil
    case .payAsYouGo, nil: false
    }
  }

  private var balance: [Duty] {
    guard let sheet = standing.sheet else { return [] }
    var duties: [Duty?] = []
    if let fee = sheet.uncovered {
      duties.append(
        duty(
          .topUp, standing.plan, deadline: standing.calendar.adding(-1, .day, to: fee.day),
          since: fee.day <= today ? fee.day : nil))
    }
    if let last = sheet.lastPaidDay { duties.append(duty(.topUp, deadline: last)) }
    if let since = sheet.lowSince { duties.append(duty(.topUp, since: since)) }
    return duties.compactMap { $0 }
  }

  private var suspension: [Duty] {
    guard let event = standing.course.suspension else { return [] }
    let found =
      event.date.map { duty(.resume, deadline: $0) }
      ?? standing.calendar.day(of: event.on).map { duty(.findOut, since: $0) }
    return [found ?? nil].compactMap { $0 }
  }

  private var bar: [Duty] {
    guard let bar = standing.course.bar, let day = standing.calendar.day(of: bar.on) else {
      return []
    }
    let what: Duty.Task = bar.kind == .barredForDebt ? .topUp : .contactCarrier
    return [duty(what, since: day)].compactMap { $0 }
  }

  private var plannedEnd: [Duty] {
    [standing.course.planned.flatMap { duty(.prepareEnd, deadline: $0.lastDay) }].compactMap { $0 }
  }

  private var declined: [Duty] {
    let day = standing.course.declined.flatMap { standing.calendar.day(of: $0.on) }
    let what: Duty.Task = standing.course.sentAgain == nil ? .payAgain : .verifyRenewal
    return [day.flatMap { duty(what, since: $0) }].compactMap { $0 }
  }

  private var contradiction: [Duty] {
    if let refused = weighing.refusedOn.flatMap({ standing.calendar.day(of: $0) }) {
      return [duty(.findOut, since: min(refused, today))].compactMap { $0 }
    }
    guard weighing.confidence == .contradicted else { return [] }
    let found = weighing.contradictedOn.flatMap { standing.calendar.day(of: $0) } ?? today
    return [duty(.findOut, since: min(found, today))].compactMap { $0 }
  }
}

extension Clock {
  /// What its end asks for.
  fileprivate var task: Duty.Task {
    switch subject {
    case .number, .service: .renew
    case .balance: .keepBalance
    case .pack: .buyPack
    case .activationWindow: .activate
    case .profileDownload: .install
    }
  }
}
