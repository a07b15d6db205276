import FoundationEssentials

/// When a clock, or a stage after it, ends.
struct ClockEnd: Equatable {
  /// The first moment after it.
  var moment: Date
  /// The last day of it, in the clock's zone.
  var lastDay: CalendarDay
  /// The last day if a month is read as 30 days and a year as 365: never later than `lastDay`.
  var strictLastDay: CalendarDay
}

extension ClockCalendar {
  /// The end of a term from a point, always counted in one step: 31 January and three months is
  /// 30 April, three steps of a month would end on 28 April.
  func end(of term: Period, from point: StartingPoint, for clock: Clock) -> ClockEnd? {
    if clock.boundary == .instant || term.unit == .hour {
      guard let moment = adding(term.n, term.unit, to: point.moment),
        let lastDay = day(of: moment.addingTimeInterval(-0.001))
      else { return nil }
      let strict = adding(term.inDays, .day, to: point.moment).flatMap {
        day(of: $0.addingTimeInterval(-0.001))
      }
      return ClockEnd(
        moment: moment, lastDay: lastDay,
        strictLastDay: term.unit == .hour ? lastDay : min(lastDay, strict ?? lastDay))
    }
    let spent = clock.firstDayCounts ? -1 : 0
    guard let lastDay = last(term.n, term.unit, from: point.day, spent: spent),
      let strict = last(term.inDays, .day, from: point.day, spent: spent),
      let moment = end(of: lastDay)
    else { return nil }
    return ClockEnd(moment: moment, lastDay: lastDay, strictLastDay: min(lastDay, strict))
  }

  /// The end on a day that somebody gave.
  func end(on day: CalendarDay) -> ClockEnd? {
    end(of: day).map { ClockEnd(moment: $0, lastDay: day, strictLastDay: day) }
  }

  /// The end of something that follows another end: a stage, or a chained period.
  func end(of term: Period, after end: ClockEnd) -> ClockEnd? {
    if term.unit == .hour {
      guard let moment = adding(term.n, .hour, to: end.moment),
        let lastDay = day(of: moment.addingTimeInterval(-0.001))
      else { return nil }
      return ClockEnd(moment: moment, lastDay: lastDay, strictLastDay: lastDay)
    }
    guard let lastDay = adding(term.n, term.unit, to: end.lastDay),
      let strict = adding(term.inDays, .day, to: end.lastDay),
      let moment = self.end(of: lastDay)
    else { return nil }
    return ClockEnd(moment: moment, lastDay: lastDay, strictLastDay: min(lastDay, strict))
  }

  private func last(
    _ n: Int, _ unit: Period.Unit, from day: CalendarDay, spent: Int
  ) -> CalendarDay? {
    guard let day = adding(n, unit, to: day) else { return nil }
    return spent == 0 ? day : adding(spent, .day, to: day)
  }
}
