import CardState
import FoundationEssentials
import GRDB
import Renewal

/// What the last verdict on a line said of the time, kept in the line's row so that an index finds
/// what is due.
///
/// It follows from all that the verdict follows from: a card that says something else gives its owner
/// something to do as well.
struct DueEntry: Equatable {
  /// See ``Renewal/Verdict/listedOn``.
  let dueDay: CalendarDay?
  /// See ``Renewal/Verdict/lostOn``.
  let lostOn: CalendarDay?
  /// See ``Renewal/Verdict/recheckAt(for:_:by:after:)``.
  let recheckAt: Date?

  init(
    _ line: Line, _ events: [Event], _ evidence: [Evidence], by judging: Judging, at now: Date
  ) {
    let verdict = judge(
      line, by: judging.rules, events: events, evidence: evidence, at: now, zone: judging.zone)
    dueDay = verdict.listedOn
    lostOn = verdict.lostOn
    recheckAt = verdict.recheckAt(for: line, events, by: judging, after: now)
  }

  func save(_ database: Database, _ line: Int64, judging: Int64, at now: Date) throws {
    try database.cachedStatement(
      sql: """
        UPDATE line SET dueOn = ?, lostOn = ?, recheckAt = ?, judgedAt = ?, judging = ? WHERE key = ?
        """
    ).execute(arguments: [
      dueDay?.description, lostOn?.description, recheckAt?.timeIntervalSince1970,
      now.timeIntervalSince1970, judging, line,
    ])
  }
}

extension Verdict {
  /// The earliest moment at which time alone may change what is due: a clock or a stage ends, or
  /// something begins that is dated ahead. Never too late, sometimes too early.
  ///
  /// - Returns: not later than `now` where that is already going on; nil where nothing is ahead.
  func recheckAt(
    for line: Line, _ events: [Event], by judging: Judging, after now: Date
  ) -> Date? {
    let own = line.clocks + (line.rule.flatMap { judging.rules[$0] }?.clocks ?? [])
    // Each debit of one clock moves the clock that follows it, and no verdict shows them all.
    if own.contains(where: \.debits), own.contains(where: \.follows) { return now }
    let zones = Set(clocks.map { Zone($0.zone)?.timeZone ?? judging.zone } + [judging.zone])
    // What its days and its plan cost moves the balance day by day, and each debit makes it less sure
    // that the next one was taken. What is gone asks to be looked at for some days.
    let isDaily = line.dayRate != nil || line.subscription?.renewal == .balance
    let tomorrow =
      isDaily || own.contains(where: \.debits) || duties.contains { $0.what == .findOut }
      ? CalendarDay(now, in: judging.zone)?.adding(Period(1, .day))?.starts(in: [judging.zone]) : []
    // An end that was planned takes effect after its day.
    let planned = duties.compactMap { duty in
      duty.what == .prepareEnd ? duty.deadline?.adding(Period(1, .day)) : nil
    }.flatMap { $0.starts(in: [judging.zone]) }
    let ends = clocks.compactMap(\.endsAt).filter { $0 > now }
    // On its last day a stage may end at any hour.
    let stages = clocks.compactMap(\.stageLastDay).compactMap { $0.starts(in: zones).min() }
    let eventsAhead = events.compactMap { event -> Date? in
      switch event.on {
      case .moment(let moment): return moment > now ? moment : nil
      case .day(let day):
        if day.hasSurelyBegun(by: now) { return nil }
        let starts = day.starts(in: zones)
        return starts.contains { $0 > now } ? starts.min() : nil
      }
    }
    return (ends + stages + eventsAhead + planned + (tomorrow ?? [])).min()
  }
}

extension CalendarDay {
  /// When the day begins in some zones.
  fileprivate func starts(in zones: Set<TimeZone>) -> [Date] {
    zones.compactMap { zone in
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = zone
      let noon = DateComponents(year: year, month: month, day: day, hour: 12)
      return calendar.date(from: noon).map(calendar.startOfDay(for:))
    }
  }

  /// Whether the day has begun in every zone there can be.
  fileprivate func hasSurelyBegun(by now: Date) -> Bool {
    starts(in: [.gmt]).allSatisfy { $0.addingTimeInterval(16 * 3600) < now }
  }
}

extension Clock {
  fileprivate var debits: Bool { if case .debit = auto { true } else { false } }
  fileprivate var follows: Bool {
    anchor.contains { if case .clockEnd = $0 { true } else { false } }
  }
}
