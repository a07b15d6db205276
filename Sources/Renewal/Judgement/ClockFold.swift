import FoundationEssentials

/// Goes through what happened to a line, in order, and moves one clock along.
struct ClockFold {
  /// The terms of the clock through the years, today's first.
  let versions: [ClockTerms]
  /// Those that hold on the day of what is taken.
  private(set) var terms: ClockTerms
  let calendar: ClockCalendar
  /// Whether dates that name no clock are for this one.
  let takesUnnamedDates: Bool
  /// The billing day, where the clock has one and it is known.
  let billingDay: Int?
  /// The plan that goes by this clock, if one does.
  let subscription: Subscription?
  /// Whether renewals that name no clock are for this one.
  let takesUnnamedRenewals: Bool

  var run: ClockRun?
  private(set) var isMet = false
  var uncounted: [Missing] = []
  private(set) var notes: [Note] = []
  var changes: [ClockChange] = []

  private(set) var seen: [(event: Event, point: StartingPoint)] = []
  /// Where the noted balances are among them.
  private(set) var notedBalances: [Int] = []
  private var summedFrom = 0
  private var boughtTerm: Period?
  /// The packs that run or wait, the one that is used up first at the beginning.
  var packs: [Pack] = []
  /// The packs that were bought before anything started one.
  private(set) var bought: [(term: Period, event: Event)] = []
  /// What would have started a pack, had one been bought.
  private var waitingStart: StartingPoint?
  var debits: [Date] = []
  /// The first days of the periods into which it went on by itself.
  var carriedOn: [CalendarDay] = []
  /// The last day up to which something shows that it did.
  var provenOn: CalendarDay?

  var clock: Clock { terms.clock }

  init(
    _ clock: Clock, _ versions: [ClockTerms], calendar: ClockCalendar, takesUnnamedDates: Bool,
    billingDay: Int?, subscription: Subscription? = nil, takesUnnamedRenewals: Bool = true
  ) {
    terms = versions.first ?? ClockTerms(clock: clock)
    self.versions = versions
    self.calendar = calendar
    self.takesUnnamedDates = takesUnnamedDates
    self.billingDay = billingDay
    self.subscription = subscription
    self.takesUnnamedRenewals = takesUnnamedRenewals
    for case .explicitDate(let day?) in clock.anchor {
      guard let end = calendar.end(on: day) else { continue }
      set(ClockRun(terms: terms, end: end, basis: .person, setAt: .distantPast), nil)
    }
  }

  /// How often a clock is carried on at most, so that no data keeps the program busy.
  static let mostRounds = 5_000

  /// Takes the next thing that happened.
  mutating func take(_ event: Event, at point: StartingPoint) {
    advance(to: point.moment)
    adopt(point.day)
    if event.kind == .balance { notedBalances.append(seen.endIndex) }
    seen.append((event, point))
    switch event.kind {
    case .notice, .explicitDate: takeDate(event, at: point)
    case .reinstated, .resumption: reinstate(event, at: point)
    case .exhausted where clock.subject == .pack && isAbout(event):
      useUp(by: event, at: point)
    default:
      if event.kind == .pack || event.kind == .purchase, isAbout(event) {
        boughtTerm = event.term ?? boughtTerm
        if run == nil, event.kind == .pack, let term = event.term { bought.append((term, event)) }
      }
      takeOrdinary(event, at: point)
      debitLate(for: event, at: point.moment)
    }
    // What is known first of a plan with a billing day is as old as its expectation.
    startOnBillingDay(at: point)
    prove(by: event, at: point)
  }

  /// Takes a new end of the clock that this one follows.
  mutating func follow(_ change: ClockChange, plusDays: Int) {
    if let day = calendar.day(of: change.at) { adopt(day) }
    guard let day = calendar.adding(plusDays, .day, to: change.end.lastDay),
      let point = calendar.point(of: day), let term = clock.period
    else { return }
    advance(to: change.at)
    guard run != nil else { return start(from: point, term, .otherClock, change.cause, change.at) }
    if mayRenew(at: change.at, by: change.cause) {
      renew(from: point, term, .otherClock, change.cause, at: change.at)
    }
  }

  /// Goes over to the terms that held on a day. What is older than all that is known of is judged by
  /// the oldest.
  mutating func adopt(_ day: CalendarDay) {
    guard versions.count > 1 else { return }
    let then = versions.first { terms in terms.from.map { $0 <= day } ?? true } ?? versions.last
    if let then { terms = then }
  }

  func isAbout(_ event: Event) -> Bool {
    event.clock.map(clock.isNamed) ?? true
  }

  // A date from the carrier outweighs every date that is worked out, also a loss.
  private mutating func takeDate(_ event: Event, at point: StartingPoint) {
    guard event.clock.map(clock.isNamed) ?? takesUnnamedDates,
      let day = event.date, let end = calendar.end(on: day)
    else { return }
    let basis: ClockRun.Basis = event.kind == .notice ? .notice : .person
    var new = ClockRun(terms: terms, end: end, cause: event, basis: basis, setAt: point.moment)
    new.renewals = run?.renewals ?? 0
    uncounted = []
    set(new, event)
  }

  private mutating func reinstate(_ event: Event, at point: StartingPoint) {
    guard isAbout(event), clock.governsLine, !clock.subject.isWindow else { return }
    if let run, calendar.position(of: run, at: point.moment) == .running { return }
    guard let term = event.term ?? clock.period else {
      return uncounted.append(
        .detail(clock.tiers.isEmpty ? .date : .amount, of: event.id, clock: clock.id))
    }
    start(from: point, term, .reinstatement, event, point.moment)
  }

  private mutating func takeOrdinary(_ event: Event, at point: StartingPoint) {
    let charges = Array(seen.dropFirst(summedFrom))
    let qualification =
      planQualification(of: event)
      ?? clock.qualification(of: event, at: point, summing: charges, in: calendar)
    noteUse(event, at: point)
    if clock.subject.isWindow { return takeForWindow(event, at: point, qualification) }
    switch qualification {
    case .irrelevant:
      startIfAnchored(event, at: point)
    case .falls(let shortfall):
      note(shortfall.reason(on: event.on), event)
    case .cannotTell(let detail):
      if run == nil && !startsByQualifying && !startsBy(event) { return }
      if !mayRenew(at: point.moment, by: event) { return noteLate(event) }
      uncounted.append(.detail(detail, of: event.id, clock: clock.id))
      note(.cannotTell(on: event.on), event)
    case .counts(let term, let summed):
      if run == nil {
        guard startsByQualifying || startsBy(event) || isPayment(event) || waitingStart != nil
        else { return }
        start(from: point, term, .renewal, event, point.moment)
        stack(term, event, at: point)
      } else if mayRenew(at: point.moment, by: event) {
        // What renews itself is confirmed by a payment, not prolonged.
        if clock.auto == .renew { return note(.renewedBy(.init(on: event.on)), event) }
        renew(from: point, term, .renewal, event, at: point.moment)
        stack(term, event, at: point)
      } else {
        return noteLate(event)
      }
      if summed { summedFrom = seen.count }
    }
  }

  // Whatever counts for the clock, a line that is used is not lost.
  private mutating func noteUse(_ event: Event, at point: StartingPoint) {
    guard event.kind.isUse, let run, clock.governsLine,
      calendar.position(of: run, at: point.moment) == .over
    else { return }
    note(.usedAfterEnd(on: event.on), event)
  }

  // A plan that went on, as its owner or its carrier says, goes on for its own term.
  private func planQualification(of event: Event) -> Qualification? {
    guard isPayment(event), !clock.subject.isWindow,
      let term = event.term ?? clock.period ?? boughtTerm
    else { return nil }
    return .counts(term, summed: false)
  }

  private mutating func takeForWindow(
    _ event: Event, at point: StartingPoint, _ qualification: Qualification
  ) {
    guard case .counts = qualification else { return startIfAnchored(event, at: point) }
    if let run, point.moment >= run.end.moment { return noteLate(event) }
    isMet = true
    note(.windowMet(on: event.on), event)
  }
}

extension ClockFold {
  /// Whether a qualifying event starts the clock as well.
  var startsByQualifying: Bool {
    clock.anchor.contains {
      switch $0 {
      case .lastTopUp, .lastChargeable, .lastUse, .billingDay: true
      default: false
      }
    }
  }

  /// Whether an event is one of the anchors.
  private func startsBy(_ event: Event) -> Bool {
    isAbout(event)
      && clock.anchor.contains { anchor in
        switch anchor {
        case .purchase:
          event.kind == .purchase
            || event.kind == .pack && (clock.subject == .pack || clock.subject.isWindow)
        case .install: event.kind == .install || event.kind == .profileInstalled
        case .activation: event.kind == .activation || event.kind == .portIn
        // Whatever went through shows that it was registered; the first that is known counts.
        case .firstAttach: event.kind == .firstAttach || event.kind.isUse
        case .firstData: event.kind == .firstData || event.kind == .data
        case .billingDay: event.kind == .activation
        default: false
        }
      }
  }

  private mutating func startIfAnchored(_ event: Event, at point: StartingPoint) {
    guard run == nil, startsBy(event) else { return }
    // A pack that is bought and started apart has its term from the purchase.
    let first = clock.renewFrom == .previousEnd ? bought.first?.term : nil
    let own = clock.subject == .pack ? event.term ?? first ?? boughtTerm : nil
    guard let term = own ?? clock.firstPeriod ?? clock.period ?? event.term else {
      if clock.tiers.isEmpty {
        uncounted.append(.detail(.term, of: event.id, clock: clock.id))
        // A pack that is bought when the device is on the network already starts at once.
        if clock.subject == .pack { waitingStart = point }
      }
      return
    }
    let isFirst = own == nil && clock.firstPeriod != nil
    start(from: point, term, isFirst ? .firstPeriod : .anchor, event, point.moment)
    stack(term, event, at: point)
    startQueue(at: point)
  }

  // What went through after the end shows that the end is wrong; what was paid after it does not.
  private mutating func noteLate(_ event: Event) {
    note(
      event.kind.isUse ? .usedAfterEnd(on: event.on) : .cameTooLate(on: event.on), event)
  }

  mutating func note(_ what: Reason.FromRecord, _ event: Event) {
    notes.append(Note(event: event, what: what))
  }

  /// Something to say about an event.
  struct Note {
    let event: Event
    let what: Reason.FromRecord
  }
}

extension Event.Kind {
  /// Whether a device was on the network for it.
  var isUse: Bool { Self.uses.contains(self) }
}
