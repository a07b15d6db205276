import CardState
import FoundationEssentials
import Ledger
import Renewal

extension Ledger {
  /// All that has to be done: the duties of each line, renewals that failed or were not heard of, and what
  /// servers were not told.
  ///
  /// - Parameters:
  ///   - days: only duties of lines that ask for something within so many days; all if left out.
  ///   - body: gets each line that was looked at with its verdict, before its duties.
  func openDuties(
    within days: Int? = nil, _ body: (Line, Verdict) -> Void = { _, _ in }
  ) throws -> [OpenDuty] {
    let today = try day(of: judging.now())
    var left = Dictionary(
      try renewalsLeftOpen().map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    var duties: [OpenDuty] = []
    func take(_ line: Line, _ verdict: Verdict) throws {
      body(line, verdict)
      duties += verdict.duties.map { OpenDuty($0, of: line, verdict, today) }
      guard let attempt = left.removeValue(forKey: line.id), !verdict.isOver else { return }
      duties += try OpenDuty(attempt, of: line, in: self, today).map { [$0] } ?? []
    }
    try forEachLine(dueBy: days.flatMap { today.adding(Period($0, .day)) }) { line, verdict in
      try take(line, verdict)
      return !Interruption.isRequested
    }
    // A renewal can be stuck on a line that asks for nothing else.
    for id in left.keys.sorted() {
      guard let line = try line(id), line.retiredOn == nil else { continue }
      try take(line, try verdict(of: id))
    }
    return duties + (try unsentNotifications(today))
  }

  private func unsentNotifications(_ today: CalendarDay) throws -> [OpenDuty] {
    try Dictionary(grouping: longWaiting(), by: \.eid).sorted { $0.key < $1.key }
      .compactMap { eid, waiting in
        guard let first = waiting.map(\.firstSeen).min() else { return nil }
        let day = CalendarDay(first, in: judging.zone) ?? today
        let iccids = waiting.compactMap(\.notification.iccid)
        let line = try iccids.lazy.compactMap { try self.lines(onCard: $0).first }.first
        return OpenDuty(
          subject: eid, line: line, matter: .unsentNotifications(waiting.count), clock: nil,
          deadline: nil, actBy: day, daysLeft: 0, isPressing: true,
          steps: [])
      }
  }
}

extension OpenDuty {
  /// A duty of a line's verdict.
  init(_ duty: Duty, of line: Line, _ verdict: Verdict, _ today: CalendarDay) {
    self.init(
      subject: line.id, line: line, matter: .duty(duty.what), clock: duty.clock,
      deadline: duty.deadline, actBy: duty.actBy, daysLeft: duty.daysLeft,
      isPressing: duty.isPressing(on: today),
      steps: verdict.next.filter { $0.clock == duty.clock })
  }

  /// Nil where the renewal asks for nothing yet, or something was done since it failed.
  fileprivate init?(
    _ attempt: RenewalAttempt, of line: Line, in ledger: Ledger, _ today: CalendarDay
  ) throws {
    let (now, zone) = (ledger.judging.now(), ledger.judging.zone)
    let phase = attempt.phase(at: now, zone: zone)
    let matter: Matter
    switch phase {
    case .planned, .submitted, .confirmed: return nil
    case .unconfirmed: matter = .stuckRenewal
    case .failed: matter = .failedRenewal(attempt.failure)
    }
    let moment = attempt.closedAt ?? attempt.submittedAt ?? attempt.plannedAt
    let day = CalendarDay(moment, in: zone) ?? today
    if phase == .failed {
      let events = try ledger.events(of: line.id)
      let undone = Event.undone(among: events)
      let isDone = events.contains { event in
        [.topUp, .pack, .renewal, .notice].contains(event.kind) && !undone.contains(event.id)
          && event.on.dayText(in: zone) >= day.description
      }
      if isDone { return nil }
    }
    self.init(
      subject: line.id, line: line, matter: matter, clock: attempt.clock, deadline: nil,
      actBy: day, daysLeft: 0, isPressing: true, steps: attempt.next(at: now, zone: zone))
  }
}
