import CardState
import FoundationEssentials
import Ledger
import Renewal
import Words

/// A duty as an event of a whole day: the last on which it can be done, or else the day by which.
struct DutyEvent {
  let duty: OpenDuty
  /// What names the event for good. A line has one of a kind and a term: a renewal moves it.
  let uid: String
  /// How many things were written down about the line: each may move an event.
  let sequence: Int
  /// Whether it no longer asks for anything.
  let isCancelled: Bool

  /// The day it stands on.
  var day: CalendarDay { duty.day }

  /// What it is called: the line's nickname and what to do.
  var title: Words { Words("\(duty.name): \(duty.what)") }

  /// By when, and how.
  var description: String {
    let act =
      duty.deadline.map { Words("act by \(duty.actBy), at the latest on \($0)") }
      ?? Words("act by \(duty.actBy)")
    return ([act] + (isCancelled ? [] : duty.ways)).map(\.text).joined(separator: "\n")
  }

  /// Days before ``day`` on which to be reminded, the first one first: at the line's thresholds, and on
  /// the day by which to act.
  var reminders: [Int] {
    Set((duty.line?.thresholds ?? []).map(\.days) + [duty.actBy.days(to: day)])
      .filter { (0...3_660).contains($0) }.sorted(by: >)
  }

  /// For how long what is done stays in the calendar as cancelled.
  static let memory: TimeInterval = 90 * 24 * 3600

  /// The events of one line: its duties, and those that it had a while ago and has no longer.
  ///
  /// Nothing is kept of calendars that were made before. What they may have had follows from what was
  /// written down since.
  static func all(
    of kept: WholeLine, _ verdict: Verdict, by judging: Judging, at now: Date, _ today: CalendarDay
  ) -> [DutyEvent] {
    let line = kept.line
    let history = DutyHistory(kept: kept, judging: judging)
    func event(_ duty: OpenDuty, isCancelled: Bool) -> DutyEvent {
      DutyEvent(
        duty: duty, uid: duty.identifier(ofLine: kept.reference), sequence: history.changeCount,
        isCancelled: isCancelled)
    }
    let present = verdict.duties.map {
      event(OpenDuty($0, of: line, verdict, today), isCancelled: line.retiredOn != nil)
    }
    let past = history.duties(since: now.addingTimeInterval(-memory))
      .map { event($0, isCancelled: true) }
    // Two duties of a kind and a term are one event; the more pressing one stands first.
    var seen: Set<String> = []
    return (present + past).filter { seen.insert($0.uid).inserted }
  }
}
