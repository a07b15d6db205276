import FoundationEssentials

extension ClockFold {
  /// Carries a clock that goes on by itself to a moment.
  mutating func advance(to moment: Date) {
    var rounds = 0
    while let old = run, old.end.moment <= moment, old.exhausted == nil, rounds < Self.mostRounds {
      adopt(old.end.lastDay)
      guard var new = carriedOn(old, at: old.end.moment) else { return }
      new.terms = terms
      if case .debit = clock.auto { debits.append(old.end.moment) }
      if let day = calendar.adding(1, .day, to: old.end.lastDay) { carriedOn.append(day) }
      set(new, new.cause)
      rounds += 1
    }
  }

  /// Starts a clock that renews itself on a billing day, whenever it began.
  mutating func startOnBillingDay(at point: StartingPoint) {
    guard run == nil, billingDay != nil, clock.auto == .renew, let term = clock.period else {
      return
    }
    start(from: point, term, .anchor, nil, point.moment)
  }

  /// What the known balance will carry the clock on to.
  func debitsAhead(at now: Date) -> (run: ClockRun, count: Int)? {
    guard case .debit = clock.auto, var run else { return nil }
    if run.end.moment <= now { return (run, debits.count) }
    var ahead = self
    var count = 0
    while count < Self.mostRounds, let next = ahead.carriedOn(run, at: now) {
      ahead.debits.append(run.end.moment)
      run = next
      count += 1
    }
    return (run, debits.count + count)
  }

  /// Takes the debit that was due from money that came while the line could still be brought back.
  mutating func debitLate(for event: Event, at moment: Date) {
    guard case .debit(let debit, let period) = clock.auto, event.kind == .topUp, let old = run,
      old.end.moment <= moment, mayRenew(at: moment, by: event),
      balance(debit.currency, at: moment) ?? event.amount?.amount ?? 0 >= debit.amount,
      event.amount?.currency == debit.currency,
      var new = prolonged(old, by: period, past: moment)
    else { return }
    debits.append(moment)
    new.terms = terms
    new.cause = event
    if calendar.position(of: old, at: moment).isUncertain {
      new.caveats.insert(.renewedWhenOverdue)
    }
    new.basis = .renewal
    new.setAt = moment
    new.renewals += 1
    set(new, event)
  }

  /// Whether the clock has ended unless a balance that nobody noted carried it on.
  func isUndecided(at moment: Date) -> Bool {
    guard case .debit(let amount, _) = clock.auto, let run, run.end.moment <= moment else {
      return false
    }
    return balance(amount.currency, at: run.end.moment) == nil
  }

  // They are in order: of thousands only a few are looked at.
  private func debits(after moment: Date) -> Int {
    var (low, high) = (debits.startIndex, debits.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if debits[middle] > moment { high = middle } else { low = middle + 1 }
    }
    return debits.endIndex - low
  }

  private func carriedOn(_ run: ClockRun, at moment: Date) -> ClockRun? {
    var next: ClockRun?
    switch clock.auto {
    case .none: return nil
    case .renew:
      next = clock.period.flatMap { calendar.prolonged(run, by: $0, for: clock) }
      if billingDay != nil, let lastDay = next?.end.lastDay { next?.end.strictLastDay = lastDay }
    case .debit(let amount, let period):
      guard let balance = balance(amount.currency, at: moment), balance >= amount.amount else {
        return nil
      }
      next = calendar.prolonged(run, by: period, for: clock)
    }
    next?.caveats.insert(.renewedItself)
    return next
  }

  // The last balance that somebody noted, with what came and went since and without the debits.
  private func balance(_ currency: Currency, at moment: Date) -> Decimal? {
    guard
      let last = notedBalances.last(where: {
        seen[$0].point.moment <= moment && seen[$0].event.amount?.currency == currency
      }), let amount = seen[last].event.amount
    else { return nil }
    let since = seen[last].point.moment
    let sum = seen[last...].reduce(amount.amount) { sum, one in
      one.point.moment > since && one.point.moment <= moment
        ? sum + (one.event.movement(in: currency) ?? 0) : sum
    }
    guard case .debit(let debit, _) = clock.auto else { return sum }
    return sum - Decimal(debits(after: since)) * debit.amount
  }
}
