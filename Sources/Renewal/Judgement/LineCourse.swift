import FoundationEssentials

/// What its owner or its carrier did with a line as a whole: ended it or plans to, suspended it, took it
/// back, declined a payment.
struct LineCourse {
  /// The cancellation or the move that ended the line.
  private(set) var ending: Event?
  /// What the carrier said or did later, by which a line that had ended goes on.
  private(set) var reopening: Event?
  /// The cancellation or the move that is planned, and the last day before it takes effect.
  private(set) var planned: (event: Event, lastDay: CalendarDay)?
  /// The suspension at its owner's wish that it is in.
  private(set) var suspension: Event?
  /// The carrier's word that it has barred the line, and nothing shows that it took that back.
  private(set) var bar: Event?
  /// The payment that was declined and has not been made since.
  private(set) var declined: Event?
  /// When the renewal was paid or sent that is under way.
  let submitted: Date?
  /// When that was paid again, and nobody has heard since whether it arrived.
  private(set) var sentAgain: Date?

  /// - Parameters:
  ///   - happened: what has happened, in order.
  ///   - ahead: what is dated ahead.
  ///   - submitted: when the renewal was paid or sent that is under way.
  ///   - fee: what the line's plan costs.
  ///   - today: the person's day.
  ///   - calendar: the person's.
  init(
    _ happened: [Event], ahead: [Event], submitted: Date?, fee: Money?, today: CalendarDay?,
    _ calendar: ClockCalendar
  ) {
    self.submitted = submitted
    for event in happened {
      take(event, calendar)
      if event.paysWhatWasDeclined(fee: fee) { declined = nil }
      if let last = event.plannedLastDay(calendar), let today, today <= last {
        plan(event, last)
      } else if event.isEnding {
        (ending, reopening, suspension, bar) = (event, nil, nil, nil)
      }
    }
    for event in ahead where event.isEnding {
      guard let day = calendar.day(of: event.on),
        let last = event.plannedLastDay(calendar) ?? calendar.adding(-1, .day, to: day)
      else { continue }
      plan(event, last)
    }
    if ending != nil { planned = nil }
    if let submitted, let declined, let point = calendar.point(declined.on),
      point.moment <= submitted
    {
      sentAgain = submitted
    }
  }

  private mutating func plan(_ event: Event, _ last: CalendarDay) {
    if planned.map({ last < $0.lastDay }) ?? true { planned = (event, last) }
  }

  private mutating func take(_ event: Event, _ calendar: ClockCalendar) {
    switch event.kind {
    case .suspension where event.origin != .carrier: suspension = event
    // The carrier confirms what its owner asked for; what its owner never wrote down it did by itself.
    case .suspension: bar = suspension == nil ? event : bar
    case .barredForDebt: bar = event
    case .resumption: (suspension, bar) = (nil, nil)
    case .declined: declined = event
    case .reinstated, .portIn:
      (suspension, bar) = (nil, nil)
      reopen(by: event)
    // What comes in may go through a bar; what goes out does not.
    case .outgoingCall, .outgoingSMS, .outgoingMMS, .data: bar = nil
    case .notice:
      // A date behind the end says that there is none.
      if let ending, let ended = calendar.day(of: ending.on), let day = event.date, day > ended {
        reopen(by: event)
      }
    // What is owed is paid; whether the carrier barred it for anything else nobody knows.
    case .topUp, .transferIn, .pack, .renewal: if bar?.kind == .barredForDebt { bar = nil }
    default: break
    }
  }

  private mutating func reopen(by event: Event) {
    guard ending != nil else { return }
    (ending, reopening) = (nil, event)
  }
}

extension Event {
  fileprivate var isEnding: Bool { kind == .cancel || kind == .portOut }

  /// The last day before an end that was written down before its day: that day itself.
  fileprivate func plannedLastDay(_ calendar: ClockCalendar) -> CalendarDay? {
    guard isEnding, case .day(let day) = on, let begins = calendar.start(of: day),
      recordedAt < begins
    else { return nil }
    return day
  }

  fileprivate func paysWhatWasDeclined(fee: Money?) -> Bool {
    switch kind {
    case .topUp, .pack, .renewal, .reinstated, .transferIn: true
    case .charge: amount != nil && amount == fee
    default: false
    }
  }
}
