import FoundationEssentials
import GRDB
import Renewal

/// The last judgement of a line, which stands beside it so that an index finds what is due.
///
/// It is what the line, its events, the rules and the time say. What a card says moves neither the
/// day nor the moment, so no card is looked at.
struct Judgement: Equatable {
  /// See ``Renewal/Verdict/dueDay``.
  let dueDay: CalendarDay?
  /// See ``Renewal/Verdict/recheckAt(for:of:by:after:)``.
  let recheckAt: Date?

  init(_ line: Line, _ events: [Event], by judging: Judging, at now: Date) {
    let verdict = judge(line, by: judging.rules, events: events, at: now, zone: judging.zone)
    dueDay = verdict.dueDay
    recheckAt = verdict.recheckAt(for: line, events, by: judging.rules, after: now)
  }

  func save(_ database: Database, _ line: Int64, judging: Int64, at now: Date) throws {
    try database.cachedStatement(
      sql: "UPDATE line SET dueOn = ?, recheckAt = ?, judgedAt = ?, judging = ? WHERE key = ?"
    ).execute(arguments: [
      dueDay?.description, recheckAt?.timeIntervalSince1970, now.timeIntervalSince1970, judging,
      line,
    ])
  }

  /// What is known of a line has changed: it is to be judged again.
  static func forget(_ database: Database, _ line: Int64) throws {
    try database.cachedStatement(
      sql: "UPDATE line SET judging = NULL WHERE key = ? AND judging IS NOT NULL"
    ).execute(arguments: [line])
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
    for line: Line, _ events: [Event], by rules: RuleBook, after now: Date
  ) -> Date? {
    let own = line.clocks + (line.rule.flatMap { rules[$0] }?.clocks ?? [])
    // Each debit of one clock moves the clock that follows it, and no verdict shows them all.
    if own.contains(where: \.debits), own.contains(where: \.follows) { return now }
    let ends = clocks.compactMap(\.endsAt).filter { $0 > now }
    let stages = clocks.compactMap(\.stageLastDay).map(\.earliestStart)
    let happenings = events.compactMap { event -> Date? in
      switch event.on {
      case .moment(let moment): moment > now ? moment : nil
      case .day(let day): now < day.latestStart ? day.earliestStart : nil
      }
    }
    return (ends + stages + happenings).min()
  }
}

extension CalendarDay {
  /// Before the day begins in any zone.
  fileprivate var earliestStart: Date { startInUTC.addingTimeInterval(-Self.widestOffset) }
  /// After it has begun in every zone.
  fileprivate var latestStart: Date { startInUTC.addingTimeInterval(Self.widestOffset) }

  /// More than any zone is away from UTC, and than summer time moves a midnight.
  private static let widestOffset: TimeInterval = 16 * 3600

  private var startInUTC: Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar.date(from: DateComponents(year: year, month: month, day: day)) ?? .distantPast
  }
}

extension Clock {
  fileprivate var debits: Bool { if case .debit = auto { true } else { false } }
  fileprivate var follows: Bool {
    anchor.contains { if case .clockEnd = $0 { true } else { false } }
  }
}
