import CardState
import Carriers
import FoundationEssentials
import Renewal
import Testing

/// The moment of an RFC 3339 text. A broken text is a broken test, and shows as the year 1.
func moment(_ text: String) -> Date {
  (try? Date(text, strategy: .iso8601)) ?? .distantPast
}

/// The day of a text such as `2026-02-28`.
func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

/// An amount from a text such as `14.99 GBP`.
func money(_ text: String) -> Money {
  let parts = text.split(separator: " ")
  let currency = parts.last.flatMap { Currency(rawValue: String($0)) } ?? xxx
  return Money(parts.first.flatMap { Money.decimal($0) } ?? -1, currency)
}

/// The code of ISO 4217 for "no currency".
private let xxx: Currency = {
  guard let currency = Currency(rawValue: "XXX") else { preconditionFailure("XXX is a code") }
  return currency
}()

/// An event on a day or at a moment, named after all that is said about it.
func on(
  _ text: String, _ kind: Event.Kind, _ amount: String? = nil, term: Period? = nil,
  date: String? = nil, to counterpart: Event.Counterpart? = nil, clock: Clock.ID? = nil
) -> Event {
  let when = CalendarDay(text).map(Occurrence.day) ?? .moment(moment(text))
  let id = [text, kind.rawValue, amount, date, counterpart?.rawValue, clock].compactMap { $0 }
  var event = Event(
    id: id.joined(separator: " "), kind, on: when, recordedAt: moment("2020-01-01T00:00:00Z"))
  event.amount = amount.map(money)
  event.term = term
  event.date = date.flatMap { CalendarDay($0) }
  event.counterpart = counterpart
  event.clock = clock
  return event
}

/// The rules that come with the library.
func shipped() throws -> RuleBook { try shippedOnce.get() }

private let shippedOnce = Result { try RuleBook.shipped() }

/// A verdict by a shipped rule.
func judged(
  _ rule: Rule.ID, _ events: [Event], at text: String, zone: String = "UTC",
  evidence: [Evidence] = [], line change: (inout Line) -> Void = { _ in }
) throws -> Verdict {
  var line = Line(id: "8944000000000000001", name: "test", rule: rule)
  change(&line)
  let person = try #require(Zone(zone)).timeZone
  return judge(
    line, by: try shipped(), events: events, evidence: evidence, at: moment(text), zone: person)
}

extension Reason {
  /// What follows from the rule, of a reason that does.
  var fromRule: FromRule? { if case .rule(let what, _, _) = self { what } else { nil } }

  /// What follows from an event, of a reason that does.
  var fromRecord: FromRecord? { if case .record(let what, _, _) = self { what } else { nil } }
}

extension Missing {
  /// The anchors of which one would do.
  var anyOf: [Anchor.Word]? { if case .anchor(_, let words) = self { words } else { nil } }

  /// The event it is missing in.
  var event: Event.ID? { if case .detail(_, let event, _) = self { event } else { nil } }
}

extension NextStep {
  /// The amount that it takes.
  var least: LeastAmount? {
    switch action {
    case .topUp(let least), .buyPack(let least), .use(_, let least): least
    default: nil
    }
  }
}

/// A moment at which a line changes its state, with what holds on either side of it.
struct Border: Sendable, CustomTestStringConvertible {
  var rule: Rule.ID
  var clock: Clock.ID
  var events: [Event]
  /// The clock's last day and the first moment after it.
  var lastDay: String
  var ends: String
  /// The moment of the change, where that is not the clock's end.
  var at: String?
  var before: LineState
  var beforeReason: Reason.FromRule.Code = .clockRuns
  var after: LineState
  var afterReason: Reason.FromRule.Code
  /// The person's zone.
  var zone = "UTC"
  /// The line's own billing day.
  var billingDay: Int?

  var testDescription: String { "\(rule) \(clock) at \(at ?? ends)" }

  /// Judges the line a day before the change, in the last second, in the first moment, and a day
  /// later.
  func check() throws {
    let border = moment(at ?? ends)
    let expected = [
      (-86_400.0, before, beforeReason), (-1, before, beforeReason), (0, after, afterReason),
      (86_399, after, afterReason),
    ]
    for (offset, state, reason) in expected {
      let now = border.addingTimeInterval(offset).formatted(.iso8601)
      let verdict = try judged(rule, events, at: now, zone: zone) { $0.billingDay = billingDay }
      let found = try #require(verdict.clocks.first { $0.clock == clock }, "\(now)")
      #expect(found.lastDay?.description == lastDay, "\(now)")
      #expect(found.endsAt == moment(ends), "\(now)")
      #expect(found.state == state, "\(now)")
      if found.governs { #expect(verdict.state == state, "\(now)") }
      #expect(
        verdict.reasons.contains { $0.code == .rule(reason) && $0.clock == clock },
        "\(now): \(verdict.reasons.map(\.code))")
    }
  }
}
