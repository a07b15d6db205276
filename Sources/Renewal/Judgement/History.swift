import FoundationEssentials

/// The events of a line that stand, however they were entered.
struct History {
  /// The events, without those that were undone and without the undoing ones.
  let events: [Event]

  init(_ recorded: [Event]) {
    let unique = Self.unique(recorded)
    let undone = Self.undone(unique)
    events = unique.filter { $0.kind != .undo && !undone.contains($0.id) }
  }

  // An event entered twice is one event. Should two differ under one name, the later record holds.
  private static func unique(_ recorded: [Event]) -> [Event] {
    var byID: [Event.ID: Event] = [:]
    for event in recorded {
      if let other = byID[event.id], !other.isSuperseded(by: event) { continue }
      byID[event.id] = event
    }
    return byID.values.sorted { $0.id < $1.id }
  }

  // Later undoings first: one that was undone itself undoes nothing.
  private static func undone(_ events: [Event]) -> Set<Event.ID> {
    var undone: Set<Event.ID> = []
    let undoings = events.filter { $0.kind == .undo }
      .sorted { ($0.recordedAt, $0.id) > ($1.recordedAt, $1.id) }
    for undoing in undoings where !undone.contains(undoing.id) {
      if let target = undoing.undoes, target != undoing.id { undone.insert(target) }
    }
    return undone
  }
}

extension History {
  /// The events that have happened by a moment, in order, as one clock sees them.
  ///
  /// A day counts as begun where it has begun for the clock or for the person: what was written
  /// down "today" has happened.
  func happened(
    by now: Date, in calendar: ClockCalendar, person: ClockCalendar
  ) -> [(event: Event, point: StartingPoint)] {
    events.compactMap { event -> (event: Event, point: StartingPoint)? in
      guard var point = calendar.point(event.on), let begun = person.point(event.on),
        min(point.moment, begun.moment) <= now
      else { return nil }
      point.moment = min(point.moment, now)
      return (event, point)
    }
    .sorted { left, right in
      (left.point.moment, left.event.orderOfDay) < (right.point.moment, right.event.orderOfDay)
        || left.point.moment == right.point.moment
          && left.event.orderOfDay == right.event.orderOfDay
          && left.event.isBefore(right.event)
    }
  }
}

extension Event {
  // What is known only by its day may have happened in any order. This one starts a line before it
  // is used, and lets a date that somebody gave have the last word.
  fileprivate var orderOfDay: Int {
    switch kind {
    case .purchase: 0
    case .install, .profileInstalled: 1
    case .activation: 2
    case .firstAttach: 3
    case .firstData: 4
    case .reinstated: 5
    // What was found counts after what was done.
    case .notice, .explicitDate, .balance, .dataLeft: 7
    case .cancel, .portOut: 8
    default: 6
    }
  }

  // A given date counts once; of two, the later one. Of amounts, the larger one counts last.
  fileprivate func isBefore(_ other: Event) -> Bool {
    if kind != other.kind { return kind.rawValue < other.kind.rawValue }
    if date != other.date { return (date?.description ?? "") < (other.date?.description ?? "") }
    if let amount, let theirs = other.amount, amount != theirs {
      return (amount.amount, amount.currency.rawValue) < (theirs.amount, theirs.currency.rawValue)
    }
    return id < other.id
  }

  // For two records under one name: the later one, and where that is the same moment, any but
  // always the same one.
  fileprivate func isSuperseded(by other: Event) -> Bool {
    if recordedAt != other.recordedAt { return recordedAt < other.recordedAt }
    return String(reflecting: self) < String(reflecting: other)
  }
}
