import FoundationEssentials

/// The events of a line that stand, however they were entered.
struct History {
  /// The events, without those that were undone and without the undoing ones.
  let events: [Event]
  /// Those that were undone, and are not among them.
  let undone: Set<Event.ID>

  private init(events: [Event], undone: Set<Event.ID>) {
    self.events = events
    self.undone = undone
  }

  init(_ recorded: [Event]) {
    let unique = Self.unique(recorded)
    let undone = Self.undone(unique)
    self.undone = undone
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

  // An undoing counts unless it was undone itself, whenever each was written down: it names what was
  // there before it.
  private static func undone(_ events: [Event]) -> Set<Event.ID> {
    let undoings = events.filter { $0.kind == .undo && $0.undoes != $0.id }
      .sorted { ($0.recordedAt, $0.id) > ($1.recordedAt, $1.id) }
    let byTarget = Dictionary(grouping: undoings) { $0.undoes }
    var stands: [Event.ID: Bool] = [:]
    // Depth first, and without recursion: a file may hold a chain of any length. What undoes itself
    // in a ring stands.
    for start in undoings {
      var path = [start.id]
      var isOnPath: Set = [start.id]
      while let id = path.last {
        let above = (byTarget[id] ?? []).map(\.id).filter { !isOnPath.contains($0) }
        if let next = above.first(where: { stands[$0] == nil }) {
          path.append(next)
          isOnPath.insert(next)
        } else {
          stands[id] = stands[id] ?? !above.contains { stands[$0] == true }
          path.removeLast()
          isOnPath.remove(id)
        }
      }
    }
    return Set(undoings.filter { stands[$0.id] == true }.compactMap(\.undoes))
  }
}

extension Event {
  /// The events among some that do not count, since they were undone and that was not undone.
  public static func undone(among events: [Event]) -> Set<ID> { History(events).undone }
}

extension History {
  /// What counts at the carrier that the number is with by a moment: nothing from before it came there.
  func sinceItsLastMove(by now: Date, person: ClockCalendar) -> History {
    guard events.contains(where: { $0.kind == .portIn }) else { return self }
    let happened = happened(by: now, in: person, person: person).map(\.event)
    guard let move = happened.lastIndex(where: { $0.kind == .portIn }) else { return self }
    let before = Set(happened[..<move].map(\.id))
    return History(events: events.filter { !before.contains($0.id) }, undone: undone)
  }

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
  // What is known only by its day may have happened in any order. This one begins with what ended the
  // line or took it elsewhere and with what was declined, starts what was bought before it is used, and
  // lets a date that somebody gave have the last word.
  fileprivate var orderOfDay: Int {
    switch kind {
    case .cancel, .portOut: 0
    case .portIn, .declined, .barredForDebt: 1
    case .purchase, .pack: 2
    case .install, .profileInstalled: 3
    case .activation: 4
    case .firstAttach: 5
    case .firstData: 6
    case .reinstated: 7
    case .exhausted: 9
    // What was found counts after what was done.
    case .notice, .explicitDate, .balance, .dataLeft: 10
    default: 8
    }
  }

  // A given date counts once; of two, the later one. Of amounts, the larger one counts last; of what
  // was found, what was found last, and then the smaller one. Names decide nothing that matters.
  fileprivate func isBefore(_ other: Event) -> Bool {
    if kind != other.kind {
      let isPause = [kind, other.kind].allSatisfy { $0 == .suspension || $0 == .resumption }
      if isPause, recordedAt != other.recordedAt { return recordedAt < other.recordedAt }
      return kind.rawValue < other.kind.rawValue
    }
    if date != other.date { return (date?.description ?? "") < (other.date?.description ?? "") }
    let isFound = kind == .balance || kind == .dataLeft
    if isFound, recordedAt != other.recordedAt { return recordedAt < other.recordedAt }
    if let amount, let theirs = other.amount, amount != theirs {
      let isLess =
        (amount.amount, amount.currency.rawValue) < (theirs.amount, theirs.currency.rawValue)
      return isLess != isFound
    }
    if term != other.term { return (term?.inDays ?? 0) < (other.term?.inDays ?? 0) }
    if clock != other.clock { return (clock ?? "") < (other.clock ?? "") }
    return (recordedAt, id) < (other.recordedAt, other.id)
  }

  // For two records under one name: the later one, and where that is the same moment, any but
  // always the same one.
  fileprivate func isSuperseded(by other: Event) -> Bool {
    if recordedAt != other.recordedAt { return recordedAt < other.recordedAt }
    return String(reflecting: self) < String(reflecting: other)
  }
}
