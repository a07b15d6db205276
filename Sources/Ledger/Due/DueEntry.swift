import FoundationEssentials
import GRDB
import Renewal

/// What the last verdict on a line said of the time, kept in the line's row so that an index finds
/// what is due.
///
/// It follows from the line, its events, the rules and the time. What a card says moves neither the
/// day nor the moment, so no read of a card is looked at.
struct DueEntry: Equatable {
  /// See ``Renewal/Verdict/dueDay``.
  let dueDay: CalendarDay?
  /// See ``Renewal/Verdict/recheckAt(for:_:by:after:)``.
  let recheckAt: Date?

  init(_ line: Line, _ events: [Event], by judging: Judging, at now: Date) {
    let verdict = judge(line, by: judging.rules, events: events, at: now, zone: judging.zone)
    dueDay = verdict.dueDay
    recheckAt = verdict.recheckAt(for: line, events, by: judging, after: now)
  }

  func save(_ database: Database, _ line: Int64, judging: Int64, at now: Date) throws {
    try database.cachedStatement(
      sql: "UPDATE line SET dueOn = ?, recheckAt = ?, judgedAt = ?, judging = ? WHERE key = ?"
    ).execute(arguments: [
      dueDay?.description, recheckAt?.timeIntervalSince1970, now.timeIntervalSince1970, judging,
      line,
    ])
  }
}

extension Verdict {
  /// The day that a line is listed under: when it gets worse, or, where that has happened and
  /// nobody knows what follows, when it did. None for a line that is lost, or has no end.
  var dueDay: CalendarDay? {
    if let dueOn { return dueOn }
    guard state != .terminated else { return nil }
    return clocks.filter { $0.governs && $0.state != .terminated && ($0.daysLeft ?? 0) < 0 }
      .compactMap { $0.stageLastDay ?? $0.lastDay }.min()
  }

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
    return (ends + stages + eventsAhead).min()
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
