import ArgumentParser
import FoundationEssentials
import Ledger
import Renewal
import Words

/// The renewal of a line that is under way, with the ledger it is kept in.
struct OpenRenewal {
  let ledger: Ledger
  let line: Line
  /// The last attempt that was neither confirmed nor failed.
  var attempt: RenewalAttempt?

  /// Opens the ledger and finds the line and what is under way.
  init(_ options: LedgerOptions, _ reference: String) throws {
    ledger = try options.open()
    line = try ledger.line(matching: reference)
    attempt = try ledger.attempts(of: line.id).first(where: \.isOpen)
  }

  /// The line's name as a command takes it.
  var name: String { ShellWord.quoted(line.name) }

  /// The attempt, submitted at the latest now.
  ///
  /// - Throws: A ``Problem`` when there is none.
  func submitted() throws -> RenewalAttempt {
    guard var attempt else {
      throw Problem(
        .noRenewal, Words("no renewal of this line is under way"),
        nextStep: Words("once it is paid or sent: cardinfo renew \(name) submitted"))
    }
    if attempt.phase == .planned { try attempt.submit(at: Date()) }
    return attempt
  }

  /// Records what a renewal that took effect did to the line, unless it is recorded already.
  func record(
    _ attempt: RenewalAttempt, as kind: Event.Kind, until newDate: CalendarDay?, balance: Money?
  ) throws(LedgerError) {
    var new: [Event] = []
    let moment = attempt.submittedAt ?? Date()
    let events = try ledger.events(of: line.id)
    if !events.contains(where: { attempt.isTold(by: $0, in: ledger.judging.zone) }) {
      var event = Event.now(kind, on: .moment(moment))
      event.amount = attempt.amount
      event.clock = attempt.clock
      new.append(event)
    }
    if let newDate {
      var notice = Event.now(.notice)
      notice.date = newDate
      notice.clock = attempt.clock
      new.append(notice)
    }
    if let balance {
      var found = Event.now(.balance)
      found.amount = balance
      new.append(found)
    }
    for event in new { try ledger.append(event, to: line.id) }
  }
}

extension RenewalAttempt {
  var isOpen: Bool { phase == .planned || phase == .submitted }

  /// Whether an event is the payment of this attempt.
  fileprivate func isTold(by event: Event, in zone: TimeZone) -> Bool {
    let kinds: Set<Event.Kind> = [.topUp, .pack]
    guard kinds.contains(event.kind), amount == nil || event.amount == amount else { return false }
    let planned = Occurrence.moment(plannedAt).dayText(in: zone)
    return event.on.dayText(in: zone) >= planned
  }
}
