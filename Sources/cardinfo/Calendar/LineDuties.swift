import FoundationEssentials
import Ledger
import Renewal
import Words

/// The events of one line: its duties, and those that it had a while ago and has no longer.
///
/// Nothing is kept of calendars that were made before. What they may have had follows from what was
/// written down since: where the line stood just before each of these.
struct LineDuties {
  let ledger: Ledger
  let now: Date

  /// For how long what is done stays in the calendar as cancelled.
  static let memory: TimeInterval = 90 * 24 * 3600

  func events(of line: Line, _ verdict: Verdict) throws(LedgerError) -> [DutyEvent] {
    let events = try ledger.events(of: line.id)
    let former = try ledger.formerSettings(of: line.id)
    let known = line.masked
    let reference = try ledger.reference(of: line.id)
    func event(_ duty: Duty, _ steps: [NextStep], isCancelled: Bool) -> DutyEvent {
      let ways = steps.filter { $0.clock == duty.clock }.prefix(3).map { $0.of(known).sentence }
      return DutyEvent(
        line: known, reference: reference, duty: duty, steps: Array(ways),
        sequence: events.count + former.count, isCancelled: isCancelled)
    }
    let isTracked = line.retiredOn == nil
    let present = verdict.duties.map { event($0, verdict.next, isCancelled: !isTracked) }
    let past = earlier(line, events, former).flatMap(\.duties)
      .map { event($0, [], isCancelled: true) }
    // Two duties of a kind and a term are one event; the more pressing one stands first.
    var seen: Set<String> = []
    return (present + past).filter { seen.insert($0.uid).inserted }
  }

  /// Where the line stood before what was written down lately, the latest first.
  private func earlier(
    _ line: Line, _ events: [Event], _ former: [FormerSettings]
  ) -> [Verdict] {
    let since = now.addingTimeInterval(-Self.memory)
    let before = { (line: Line, moment: Date) in
      judge(
        line, by: ledger.judging.rules, events: events.filter { $0.recordedAt < moment },
        at: moment, zone: ledger.judging.zone)
    }
    let changes = former.filter { $0.until >= since }.map { ($0.until, $0.line) }
    let moments = Set(events.map(\.recordedAt).filter { $0 >= since })
      .map { moment in
        (moment, former.filter { $0.until > moment }.min { $0.until < $1.until }?.line ?? line)
      }
    return (changes + moments).sorted { $0.0 > $1.0 }.map { before($0.1, $0.0) }
  }
}
