import FoundationEssentials

extension ClockCalendar {
  /// A clock one term longer: counted from where the rhythm began, in one step, where that is
  /// possible.
  func prolonged(_ run: ClockRun, by term: Period, for clock: Clock) -> ClockRun? {
    var new = run
    new.cappedAt = nil
    new.exhausted = nil
    if run.cappedAt == nil, let point = run.point, let total = run.term?.joined(to: term) {
      new.point = point
      new.term = total
    } else if clock.boundary == .instant || term.unit == .hour {
      guard let day = day(of: run.end.moment) else { return nil }
      new.point = StartingPoint(moment: run.end.moment, day: day, isDayOnly: false)
      new.term = term
    } else {
      // The new term's first day is the day after the old one's last day, whichever way it is told.
      let spent = clock.firstDayCounts ? 1 : 0
      guard let day = adding(spent, .day, to: run.end.lastDay), let point = point(of: day) else {
        return nil
      }
      new.point = point
      new.term = term
    }
    guard let point = new.point, let total = new.term,
      let end = end(of: total, from: point, for: clock)
    else { return nil }
    new.end = end
    // The stricter reading is of the last term alone; it must not add up over many.
    if let strict = adding(term.inDays, .day, to: run.end.lastDay) {
      new.end.strictLastDay = min(end.lastDay, strict)
    }
    return new
  }

  /// The rhythm of a billing day: a point and the term from it to the first billing day after
  /// another point. It begins in a January, which has all days, so that the 31st stays the 31st.
  func billing(
    _ day: Int, _ term: Period, after start: StartingPoint, for clock: Clock
  ) -> (StartingPoint, Period)? {
    guard term.unit == .month || term.unit == .year,
      let january = CalendarDay(year: start.day.year - 1, month: 1, day: day),
      let point = point(of: january)
    else { return nil }
    let months = term.unit == .year ? term.n * 12 : term.n
    for count in 1...48 {
      // The first payment may fall in any month; after it the rhythm is the term's.
      let total = Period(count, .month)
      guard let end = end(of: total, from: point, for: clock) else { return nil }
      let renewal = clock.firstDayCounts ? adding(1, .day, to: end.lastDay) : end.lastDay
      if let renewal, renewal > start.day { return (point, Period(count + months - 1, .month)) }
    }
    return nil
  }
}
