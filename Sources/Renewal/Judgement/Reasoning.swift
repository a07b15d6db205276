import CardState
import FoundationEssentials

/// Puts together why a line stands where it stands, the weightiest first.
struct Reasoning {
  let standing: LineStanding
  let weighing: Weighing
  let duty: Duty?
  let history: History
  /// The rules of its carrier, where the line names none.
  let choices: [Rule.ID]
  let now: Date

  /// All reasons.
  var reasons: [Reason] {
    let deciding = standing.deciding
    let others = standing.clocks.filter { $0.clock.id != deciding?.clock.id }
    let governing = Set(standing.governing.map(\.clock.id))
    let ofClocks =
      (deciding.map(reasons(of:)) ?? [])
      + others.filter { governing.contains($0.clock.id) }.flatMap(reasons(of:))
      + others.filter { !governing.contains($0.clock.id) }.flatMap(reasons(of:))
    let first =
      course + cardReasons { $0 == .tellsAlone } + noRule + cardReasons { $0 == .contradicts }
    let rest =
      ofClocks + cardReasons { $0 == .supports || $0 == .lowers }
      + (deciding.map(caveats(about:)) ?? []) + balance + cardReasons { $0 == .notes } + future
    // What the most pressing duty is about comes before the rest.
    return first + rest.filter(isBehindDuty) + rest.filter { !isBehindDuty($0) }
  }

  private func isBehindDuty(_ reason: Reason) -> Bool {
    guard let duty else { return false }
    guard case .topUp = duty.what else { return duty.clock != nil && reason.clock == duty.clock }
    guard case .record(let what, _, _) = reason else { return false }
    return switch what {
    case .feeNotCovered: duty.clock != nil
    case .balanceRunsOut, .lowBalance, .lowBalanceExpected: duty.clock == nil
    default: false
    }
  }

  // What became of the line as a whole.
  private var course: [Reason] {
    var reasons: [Reason] = []
    let course = standing.course
    if let event = course.ending {
      reasons.append(
        .record(
          event.kind == .cancel ? .cancelled(on: event.on) : .portedOut(on: event.on),
          event: event.id))
    }
    if let event = course.reopening {
      reasons.append(.record(.reopened(on: event.on), event: event.id))
    }
    if let event = course.suspension {
      reasons.append(.record(.suspendedAtWish(Reason.Occasion(event)), event: event.id))
    }
    if let event = course.bar {
      reasons.append(.record(.barred(on: event.on), event: event.id))
    }
    if let event = course.planned?.event {
      reasons.append(
        .record(
          event.kind == .cancel ? .cancellationAhead(on: event.on) : .portOutAhead(on: event.on),
          event: event.id))
    }
    if let event = course.declined {
      let sentAgain = course.sentAgain.flatMap(standing.calendar.day(of:))
      reasons.append(
        .record(
          sentAgain.map { .sentAgain($0, on: event.on) } ?? .declined(on: event.on),
          event: event.id))
    }
    return reasons
  }

  private var noRule: [Reason] {
    if standing.hasNoEndDate {
      return [.rule(.noEndDate, by: Reason.Authority(standing.rule, standing.rule?.provenance))]
    }
    guard standing.rule == nil, standing.clocks.isEmpty || standing.line.rule != nil else {
      return []
    }
    return [
      .rule(choices.isEmpty ? .noRule(standing.line.rule) : .chooseRule(choices), by: .person)
    ]
  }

  private func cardReasons(_ select: (Weighing.Effect) -> Bool) -> [Reason] {
    weighing.effects.filter { select($0.effect) }.map { evidence, effect in
      let day = evidence.day.flatMap { CalendarDay($0) }
      let what: Reason.FromCard =
        switch effect {
        case .contradicts, .lowers: .contradicts(day)
        case .supports: .supports(day)
        case .notes, .tellsAlone: evidence.rule == .carrierText ? .text(day) : .notes(day)
        }
      return .card(
        what,
        Reason.Testimony(
          rule: evidence.rule, files: evidence.sources, says: evidence.says,
          readAt: evidence.readAt))
    }
  }

  private var balance: [Reason] {
    var reasons: [Reason] = []
    let line = standing.line
    if let sheet = standing.sheet {
      let on = sheet.noted.on
      func add(_ what: Reason.FromRecord, clock: Clock.ID? = nil) {
        reasons.append(.record(what, clock: clock, event: sheet.noted.id))
      }
      if let fee = line.feeFromBalance, let found = sheet.uncovered {
        add(
          .feeNotCovered(fee, due: found.day, balance: found.left, on: on), clock: standing.plan)
      }
      if let rate = line.dayRate, let day = sheet.lastPaidDay {
        add(.balanceRunsOut(day, rate: rate, balance: sheet.expected, on: on))
      }
      if let limit = line.lowBalance, sheet.lowSince != nil {
        add(
          sheet.present.amount < limit.amount
            ? .lowBalance(limit, balance: sheet.present, on: on)
            : .lowBalanceExpected(limit, balance: sheet.expected, on: on))
      }
    }
    if let event = standing.foreignMoney, let amount = event.amount {
      reasons.append(.record(.otherCurrency(amount, on: event.on), event: event.id))
    }
    return reasons
  }

  private var future: [Reason] {
    let happened = Set(standing.happened.map(\.id))
    let planned = standing.course.planned?.event.id
    return history.events
      .filter { !happened.contains($0.id) && $0.on.isAfter(now) && $0.id != planned }
      .map { .record(.inFuture(on: $0.on), event: $0.id) }
  }

  // What makes the deciding clock less sure.
  private func caveats(about place: ClockStanding) -> [Reason] {
    let id = place.clock.id
    let authority = authority(of: place)
    var reasons: [Reason] = []
    let assumed = standing.assumptions(behind: place)
    if !assumed.isEmpty { reasons.append(.rule(.assumed(assumed), clock: id, by: authority)) }
    if standing.provenance(of: place.clock)?.quality == .userReport {
      reasons.append(.rule(.userReport, clock: id, by: authority))
    }
    if place.isZoneAssumed {
      reasons.append(.rule(.zoneAssumed(place.zone), clock: id, by: .person))
    }
    return reasons
  }
}

extension Reason.Authority {
  init(_ rule: Rule?, _ provenance: Provenance?) {
    self = provenance.map { .rule(rule?.id, $0) } ?? .person
  }
}

extension Reason.FromCard {
  // A text that was counted for a date gives one.
  fileprivate static func text(_ day: CalendarDay?) -> Self {
    day.map { .carrierText($0) } ?? .notes(nil)
  }
}

extension Occurrence {
  // A day that has not happened lies ahead; nobody writes down days before the calendar's first.
  fileprivate func isAfter(_ now: Date) -> Bool {
    if case .moment(let moment) = self { moment > now } else { true }
  }
}
