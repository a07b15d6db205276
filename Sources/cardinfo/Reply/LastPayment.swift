import FoundationEssentials
import Ledger
import Renewal
import Words

/// The last payment that is written down of a line, where no renewal is under way: it can be verified as
/// one that was submitted.
struct LastPayment {
  private let event: Event
  private let confirmation: Confirmation?
  private let zone: TimeZone

  /// - Returns: nil where nothing was paid, as far as the ledger knows.
  init?(of line: Line, in ledger: Ledger) throws(LedgerError) {
    let zone = ledger.judging.zone
    self.zone = zone
    let events = try ledger.events(of: line.id)
    let undone = Event.undone(among: events)
    let today = Occurrence.moment(Date()).dayText(in: zone)
    let payments = events.filter { event in
      Self.kinds.contains(event.kind) && !undone.contains(event.id)
        && event.on.dayText(in: zone) <= today
    }
    let last = payments.enumerated().max { one, other in
      (one.element.on.dayText(in: zone), one.offset)
        < (other.element.on.dayText(in: zone), other.offset)
    }
    guard let event = last?.element else { return nil }
    self.event = event
    let attempt = try ledger.attempts(of: line.id).first { $0.phase == .confirmed }
    let isOfAttempt = attempt.map { $0.covers(event, in: zone) } ?? false
    confirmation =
      event.origin == .carrier ? .carrierNotice : isOfAttempt ? attempt?.confirmation : nil
  }

  private static let kinds: Set<Event.Kind> = [.topUp, .pack, .renewal, .transferIn]

  /// What it is, as the first thing to say of its verification.
  var words: Words {
    let day = event.on.dayText(in: zone)
    let what =
      event.amount.map { Words("\(event.noun) of \($0.text) on \(day)") }
      ?? Words("\(event.noun) on \(day)")
    return Words("no renewal is under way; the last payment that is written down: \(what)")
  }

  /// That it took effect, where that is known already.
  var conclusion: RenewalVerdict? {
    confirmation.map { RenewalVerdict(tookEffectBy: $0, as: event) }
  }

  /// It as a renewal that was submitted when it was paid.
  func attempt(of line: Line) throws -> RenewalAttempt {
    let moment: Date? =
      switch event.on {
      case .moment(let moment): moment
      case .day(let day): day.firstMoment(in: zone)
      }
    let paid = moment ?? event.recordedAt
    // What it did to the line comes behind its plan.
    var attempt = RenewalAttempt(
      id: UUID().uuidString.lowercased(), line: line.id, plannedAt: paid.addingTimeInterval(-1))
    attempt.amount = event.amount
    attempt.clock = event.clock
    try attempt.submit(at: paid)
    return attempt
  }
}

extension RenewalAttempt {
  /// Whether a payment is the one that it was confirmed for.
  fileprivate func covers(_ event: Event, in zone: TimeZone) -> Bool {
    let day = event.on.dayText(in: zone)
    return Occurrence.moment(plannedAt).dayText(in: zone) <= day
      && day <= Occurrence.moment(closedAt ?? plannedAt).dayText(in: zone)
  }
}
