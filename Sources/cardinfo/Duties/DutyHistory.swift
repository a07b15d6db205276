import FoundationEssentials
import Ledger
import Renewal

/// What a line asked for a while ago: where it stood just before each thing that was written down since.
struct DutyHistory {
  private let ledger: Ledger
  private let line: Line
  private let events: [Event]
  private let former: [FormerSettings]

  init(of line: Line, in ledger: Ledger) throws(LedgerError) {
    self.ledger = ledger
    self.line = line
    events = try ledger.events(of: line.id)
    former = try ledger.formerSettings(of: line.id)
  }

  /// How many things were written down about the line: each may move or end a duty.
  var changeCount: Int { events.count + former.count }

  /// The duties that it had since a moment, those of the latest change first; some may be open still.
  func duties(since moment: Date) -> [OpenDuty] {
    standings(since: moment).flatMap { line, verdict, moment in
      guard let day = CalendarDay(moment, in: ledger.judging.zone) else { return [] as [OpenDuty] }
      return verdict.duties.map { OpenDuty($0, of: line, verdict, day) }
    }
  }

  private func standings(since start: Date) -> [(Line, Verdict, Date)] {
    let changes = former.filter { $0.until >= start }.map { ($0.until, $0.line) }
    let moments = Set(events.map(\.recordedAt).filter { $0 >= start })
      .map { moment in
        (moment, former.filter { $0.until > moment }.min { $0.until < $1.until }?.line ?? line)
      }
    return (changes + moments).sorted { $0.0 > $1.0 }.map { moment, line in
      let verdict = judge(
        line, by: ledger.judging.rules, events: events.filter { $0.recordedAt < moment },
        at: moment, zone: ledger.judging.zone)
      return (line, verdict, moment)
    }
  }
}
