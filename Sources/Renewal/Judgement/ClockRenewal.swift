import FoundationEssentials

extension ClockFold {
  /// Whether the line could still be brought back when something happened.
  func mayRenew(at moment: Date, by event: Event?) -> Bool {
    guard let run else { return true }
    switch calendar.position(of: run, at: moment) {
    // What went through, or may have, shows that the carrier had not acted.
    case .stage(let stage, _) where stage.discretion == .may: return true
    case .stage(let stage, _) where !isUndecided(at: moment):
      return stage.recoverBy == .topUp
        && !(stage.effects.contains(.noService) && event?.kind.isUse == true)
    case .over: return !clock.subject.governsLine || isUndecided(at: moment)
    default: return true
    }
  }

  mutating func start(
    from point: StartingPoint, _ term: Period, _ basis: ClockRun.Basis, _ cause: Event?,
    _ setAt: Date
  ) {
    guard var new = newRun(from: point, term, basis, cause, setAt) else { return }
    if basis == .renewal, clock.renewFrom != .event, clock.subject != .pack, run == nil {
      new.caveats.insert(.previousEndUnknown)
    }
    uncounted = []
    set(new, cause)
  }

  mutating func renew(
    from point: StartingPoint, _ term: Period, _ basis: ClockRun.Basis, _ cause: Event?,
    at moment: Date
  ) {
    guard let old = run else { return }
    let position = calendar.position(of: old, at: moment)
    let wasUnclear = position == .pastEnd || position != .running && isUndecided(at: moment)
    let startsAnew = position == .over
    var new =
      clock.renewFrom == .previousEnd && !startsAnew
      ? prolonged(old, by: term, past: moment) : newRun(from: point, term, basis, cause, moment)
    if clock.renewFrom == .laterOfBoth, !startsAnew, let end = new?.end, end.moment < old.end.moment
    {
      if let cause { note(.renewedBy(.init(on: cause.on)), cause) }
      return
    }
    new = new.map { capped($0, from: point, notBefore: old) }
    guard var new else { return }
    new.terms = terms
    new.cause = cause
    new.basis = basis
    new.setAt = moment
    new.renewals = old.renewals + 1
    if wasUnclear { new.caveats.insert(.renewedAfterEnd) }
    // One event can renew a clock twice: by itself, and by the clock that it follows.
    if let cause, cause.id == old.cause?.id, old.caveats.contains(.renewedWhenOverdue) {
      new.caveats.insert(.renewedWhenOverdue)
    }
    // What is paid is taken from lines that are gone, too; a call that goes through is not.
    if position.isUncertain, cause?.kind.isUse != true { new.caveats.insert(.renewedWhenOverdue) }
    if clock.renewFrom == .event { uncounted = [] }
    set(new, cause)
  }

  private func newRun(
    from point: StartingPoint, _ term: Period, _ basis: ClockRun.Basis, _ cause: Event?,
    _ setAt: Date
  ) -> ClockRun? {
    var point = point
    var term = term
    if let billingDay, let rhythm = calendar.billing(billingDay, term, after: point, for: clock) {
      (point, term) = rhythm
    }
    guard let end = calendar.end(of: term, from: point, for: clock) else { return nil }
    var new = ClockRun(
      terms: terms, point: point, term: term, end: end, cause: cause, basis: basis, setAt: setAt)
    if billingDay != nil { new.end.strictLastDay = end.lastDay }
    if let from = terms.from, point.day < from { new.caveats.insert(.olderThanTerms) }
    if point.isDayOnly, clock.boundary == .instant || term.unit == .hour {
      new.caveats.insert(.dayOnly)
    }
    return new
  }

  // Whole periods that went by unpaid are skipped, so that the rhythm stays and the new end lies
  // ahead of the payment.
  func prolonged(_ old: ClockRun, by term: Period, past moment: Date) -> ClockRun? {
    var new = calendar.prolonged(old, by: term, for: clock)
    var rounds = 0
    while let run = new, run.end.moment <= moment, rounds < Self.mostRounds {
      new = calendar.prolonged(run, by: term, for: clock)
      rounds += 1
    }
    return new
  }

  private func capped(
    _ new: ClockRun, from point: StartingPoint, notBefore old: ClockRun
  ) -> ClockRun {
    guard let cap = clock.cap, let latest = newRun(from: point, cap, new.basis, nil, new.setAt),
      latest.end.moment < new.end.moment
    else { return new }
    var run = latest.end.moment < old.end.moment ? old : latest
    run.cappedAt = run.end.lastDay
    return run
  }

  mutating func set(_ new: ClockRun, _ cause: Event?) {
    run = new
    changes.append(ClockChange(at: new.setAt, end: new.end, cause: cause))
  }
}
