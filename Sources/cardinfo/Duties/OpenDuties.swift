import CardState
import FoundationEssentials
import Ledger
import Renewal

extension Ledger {
  /// All that has to be done: the duties of each line, renewals that failed or were not heard of, and what
  /// servers were not told.
  ///
  /// - Parameters:
  ///   - days: leaves out lines that ask for nothing within so many days, but for renewals; none if left out.
  ///   - body: gets each line that was looked at for that with its verdict, before its duties.
  func openDuties(
    within days: Int? = nil, _ body: (Line, Verdict) throws -> Void = { _, _ in }
  ) throws -> [OpenDuty] {
    let today = try day(of: judging.now())
    var left = Dictionary(
      try renewalsLeftOpen().map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    var duties: [OpenDuty] = []
    try everyLine(dueBy: days.flatMap { today.adding($0, .day) }) { line, verdict in
      try body(line, verdict)
      duties += try self.duties(of: line, verdict, today)
      guard let attempt = left.removeValue(forKey: line.id), !verdict.isOver else { return }
      duties += try OpenDuty(attempt, of: line, in: self, today).map { [$0] } ?? []
    }
    // A renewal can be stuck on a line that asks for nothing else.
    for id in try inOrder(left.keys) {
      guard let attempt = left[id], let line = try line(id), line.retiredOn == nil,
        let duty = try OpenDuty(attempt, of: line, in: self, today), try !verdict(of: id).isOver
      else { continue }
      duties.append(duty)
    }
    return duties + (try unsentNotifications(today))
  }

  /// What a line's verdict asks for.
  private func duties(
    of line: Line, _ verdict: Verdict, _ today: CalendarDay
  ) throws -> [OpenDuty] {
    var duties = verdict.duties.map { OpenDuty($0, of: line, verdict, today) }
    guard verdict.confidence == .contradicted else { return duties }
    let written = try events(of: line.id).map(\.recordedAt).max() ?? .distantPast
    for index in duties.indices
    where duties[index].matter == .duty(.findOut) && duties[index].clock == nil
      && duties[index].deadline == nil
    {
      duties[index].isSince = CalendarDay(written, in: judging.zone)
    }
    return duties
  }

  /// Whether something is to be done still, by all that the ledger has at this moment.
  func isOpen(_ duty: OpenDuty) throws -> Bool {
    let today = try day(of: judging.now())
    func isSame(_ other: OpenDuty) -> Bool {
      (other.subject, other.word, other.clock, other.distinctDay)
        == (duty.subject, duty.word, duty.clock, duty.distinctDay)
    }
    if case .unsentNotifications = duty.matter {
      return try unsentNotifications(today).contains(where: isSame)
    }
    guard let line = try line(duty.subject), line.retiredOn == nil else { return false }
    let verdict = try verdict(of: line.id)
    if duty.matter == .lost { return try lostLine(line, verdict).map(isSame) ?? false }
    let renewal = try renewalLeftOpen(of: line.id).flatMap {
      try OpenDuty($0, of: line, in: self, today)
    }
    return try duties(of: line, verdict, today).contains(where: isSame)
      || (!verdict.isOver && renewal.map(isSame) ?? false)
  }

  /// The lines that were lost lately, though nobody gave them up.
  func lostLines() throws -> [OpenDuty] {
    let today = try day(of: judging.now())
    let days = min(today, today.adding(-Self.mourning, .day) ?? today)...today
    return try lines(lostIn: days).compactMap { try lostLine($0, try verdict(of: $0.id)) }
  }

  /// A line that was lost lately, though nobody gave it up: nothing can be done about it any more.
  private func lostLine(_ line: Line, _ verdict: Verdict) throws -> OpenDuty? {
    let today = try day(of: judging.now())
    guard let last = verdict.lostOn, let end = last.firstMoment(in: judging.zone),
      let start = today.adding(-Self.mourning, .day), start <= last, last < today
    else { return nil }
    let events = try events(of: line.id)
    let undone = Event.undone(among: events)
    let wasGivenUp = events.contains {
      [.cancel, .portOut].contains($0.kind) && !undone.contains($0.id)
    }
    guard !wasGivenUp, end < judging.now() else { return nil }
    return OpenDuty(
      subject: line.id, line: line, matter: .lost, clock: nil, deadline: last, actBy: last,
      daysLeft: today.days(to: last), isPressing: true)
  }

  /// For how many days a line that was lost is told of.
  private static let mourning = 90

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
  /// A duty of a line's verdict; without that, how to do it is left out.
  init(_ duty: Duty, of line: Line, _ verdict: Verdict?, _ today: CalendarDay) {
    self.init(
      subject: line.id, line: line, matter: .duty(duty.what), clock: duty.clock,
      deadline: duty.deadline, actBy: duty.actBy, daysLeft: duty.daysLeft,
      isPressing: duty.isPressing(on: today),
      steps: (verdict?.next ?? []).filter { $0.clock == duty.clock })
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
