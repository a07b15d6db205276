import FoundationEssentials
import Ledger
import Renewal

/// What a line asked for a while ago: where it stood just before each thing that was written down since.
struct DutyHistory {
  let kept: WholeLine
  let judging: Judging

  /// How many things were written down about the line: each may move or end a duty.
  var changeCount: Int { kept.events.count + kept.former.count }

  /// The duties that it had since a moment, those of the latest change first; some may be open still.
  func duties(since moment: Date) -> [OpenDuty] {
    changes(since: moment).flatMap { line, moment -> [OpenDuty] in
      guard let day = CalendarDay(moment, in: judging.zone) else { return [] }
      return Outlook(
        line, by: judging.rules, events: kept.events.filter { $0.recordedAt < moment }, at: moment,
        zone: judging.zone
      ).duties.map { OpenDuty($0, of: line, nil, day) }
    }
  }

  /// What the line was before each change, and when that was.
  private func changes(since start: Date) -> [(Line, Date)] {
    let former = kept.former
    let changes = former.filter { $0.until >= start }.map { ($0.line, $0.until) }
    let moments = Set(kept.events.map(\.recordedAt).filter { $0 >= start })
      .map { moment in
        (former.filter { $0.until > moment }.min { $0.until < $1.until }?.line ?? kept.line, moment)
      }
    return (changes + moments).sorted { $0.1 > $1.1 }
  }
}
