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
    let ledger = try options.open()
    try self.init(ledger, try ledger.line(matching: reference))
  }

  /// What is under way of a line.
  init(_ ledger: Ledger, _ line: Line) throws(LedgerError) {
    self.ledger = ledger
    self.line = line
    attempt = try ledger.attempts(of: line.id).first(where: \.isOpen)
  }

  /// The line's name as a command takes it.
  var name: String { ShellWord.quoted(line.name) }

  /// What the line is paid for in, as far as that is known.
  var currency: Currency? {
    get throws { line.currency(try ledger.events(of: line.id)) }
  }

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

  /// The last day before the renewal, of the line itself.
  func endBefore() throws(LedgerError) -> CalendarDay? {
    try ledger.verdict(of: line.id, at: attempt?.plannedAt).clocks.filter(\.governs)
      .compactMap(\.lastDay).min()
  }

  /// What a carrier's text is held against.
  func frame(
    at received: Occurrence, _ today: CalendarDay, currency: Currency?, _ events: [Event],
    _ options: ReplyOptions
  ) throws(LedgerError) -> FactFrame {
    let zone = ledger.judging.zone
    let rule = line.rule.flatMap { ledger.judging.rules[$0] }?.clocks ?? []
    let clocks = line.clocks + rule.filter { clock in !line.clocks.contains { $0.id == clock.id } }
    var expected = RenewalProof.Expectation(receivedOn: today, currency: currency)
    let since = attempt.map { $0.submittedAt ?? $0.plannedAt }
    expected.submittedOn = since.flatMap { CalendarDay($0, in: zone) }
    expected.subject = options.subject(of: .expires(.unsaid))
    expected.lastEnd = try endBefore()
    expected.trusts = options.yes
    expected.take(clocks, renewing: attempt?.clock)
    var frame = FactFrame(
      received: received, zone: zone, expected: expected, clocks: clocks, events: events,
      paid: attempt?.amount)
    let isOfNumber = clocks.contains { clock in
      clock.id == attempt?.clock && clock.subject != .pack && clock.subject != .balance
    }
    frame.numberClock = isOfNumber ? attempt?.clock : nil
    return frame
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

  /// Records the payment of a renewal that took effect by the carrier's words. What they don't say
  /// was paid, and the person neither, is not invented.
  func recordPayment(_ attempt: RenewalAttempt, as kind: Event.Kind) throws(LedgerError) {
    guard attempt.amount != nil else { return }
    try record(attempt, as: kind, until: nil, balance: nil)
  }
}

extension RenewalAttempt {
  /// Whether an event is the payment of this attempt: of the same amount, or as the carrier says.
  fileprivate func isTold(by event: Event, in zone: TimeZone) -> Bool {
    let kinds: Set<Event.Kind> = [.topUp, .pack]
    guard kinds.contains(event.kind),
      amount == nil || event.amount == amount || event.origin == .carrier
    else { return false }
    let planned = Occurrence.moment(plannedAt).dayText(in: zone)
    return event.on.dayText(in: zone) >= planned
  }
}
