public import FoundationEssentials

/// What is known of a line and of the day, when a text of its carrier's is taken into its record.
public struct FactFrame: Equatable, Sendable {
  /// When the text came.
  public var received: Occurrence
  /// The zone that days are counted in.
  public var zone: TimeZone
  /// What the text is held against.
  public var expected: RenewalProof.Expectation
  /// The line's clocks: its own and its rule's.
  public var clocks: [Clock]
  /// What is recorded of the line already.
  public var events: [Event]
  /// What was paid in the renewal that is under way, where the text leaves it out.
  public var paid: Money?
  /// The clock that dates of the number are for; absent where they need no name.
  public var numberClock: Clock.ID?
  /// Whether the text may be of another line.
  var mayBeAnothers = false
  /// Whether something in the text speaks against believing it.
  var hasDoubts = false
  /// Of what the text says that it failed or is to come.
  var contradicted: Set<Statement.About> = []
  var packTerm: Period?
  var packEnd: CalendarDay?

  /// What is known of a line.
  public init(
    received: Occurrence, zone: TimeZone, expected: RenewalProof.Expectation, clocks: [Clock] = [],
    events: [Event] = [], paid: Money? = nil
  ) {
    self.received = received
    self.zone = zone
    self.expected = expected
    self.clocks = clocks
    let undone = Set(events.compactMap(\.undoes))
    self.events = events.filter { $0.kind != .undo && !undone.contains($0.id) }
    self.paid = paid
  }
}

extension CarrierFact {
  /// An event before it is written down.
  public struct Entry: Equatable, Sendable {
    /// What happened.
    public let kind: Event.Kind
    /// When.
    public var on: Occurrence
    /// The money.
    public var amount: Money?
    /// The term that was bought.
    public var term: Period?
    /// The data that is left.
    public var volume: DataVolume?
    /// The last day that the carrier gives.
    public var date: CalendarDay?
    /// The clock it is about.
    public var clock: Clock.ID?
    /// The carrier's words.
    public let words: String

    init(_ kind: Event.Kind, on occurrence: Occurrence, words: String) {
      self.kind = kind
      self.on = occurrence
      self.words = words
    }

    /// The event, as it is written down.
    public func event(id: Event.ID, recordedAt: Date) -> Event {
      var event = Event(id: id, kind, on: on, recordedAt: recordedAt)
      event.amount = amount
      event.term = term
      event.volume = volume
      event.date = date
      event.clock = clock
      event.origin = .carrier
      event.words = words.isEmpty ? nil : words
      return event
    }
  }
}

extension FactFrame {
  /// The event that a statement makes; nil where there is nothing to write down. What can be read in
  /// several ways is left out of it.
  func entry(for statement: Statement) -> CarrierFact.Entry? {
    switch statement.says {
    case .paid(let deed):
      var entry = made(statement.isOfBundle ? .pack : .topUp, deed, statement)
      if statement.isOfBundle {
        entry.term = packTerm
        entry.date = packEnd
      }
      if entry.amount == nil, deed.amount == nil { entry.amount = paid }
      return entry
    case .renewed(let deed):
      guard statement.isOfBundle || statement.about == .unclear else { return nil }
      var entry = made(.renewal, deed, statement)
      entry.date = packEnd
      return entry
    case .declined(let deed): return made(.declined, deed, statement)
    case .refunded(let deed): return deed.amount == nil ? nil : made(.refund, deed, statement)
    case .charged(let deed): return deed.amount == nil ? nil : made(.charge, deed, statement)
    case .pending: return nil
    case .expires(let ending): return end(ending, of: statement)
    case .balance(let amount, let day):
      var entry = made(.balance, on: day, statement)
      entry.amount = amount.only
      return entry
    case .dataLeft(let volume):
      var entry = made(.dataLeft, on: nil, statement)
      entry.volume = volume
      entry.clock = clock(of: statement)
      return entry
    case .suspended(let day): return bar(.suspension, day, statement)
    case .barredForDebt(let day): return bar(.barredForDebt, day, statement)
    case .reactivated(let day):
      return made(isSuspended ? .resumption : .reinstated, on: day, statement)
    case .cancelled(let day):
      guard !statement.isOfBundle else { return nil }
      return made(.cancel, on: day, statement)
    }
  }

  private func made(
    _ kind: Event.Kind, _ deed: Statement.Deed, _ statement: Statement
  ) -> CarrierFact.Entry {
    var entry = made(kind, on: deed.day, statement)
    entry.amount = deed.amount?.only
    return entry
  }

  private func made(
    _ kind: Event.Kind, on day: DayReading?, _ statement: Statement
  ) -> CarrierFact.Entry {
    let isFound = kind == .balance || kind == .dataLeft
    let on = occurrence(day?.only, isBefore: !isFound)
    return CarrierFact.Entry(kind, on: on, words: statement.words)
  }

  // What has no day of its own was so when the text came; what was done, was done before.
  private func occurrence(_ day: CalendarDay?, isBefore: Bool) -> Occurrence {
    if let day, day != expected.receivedOn { return .day(day) }
    guard case .moment(let moment) = received, isBefore else { return received }
    return .moment(moment.addingTimeInterval(-1))
  }

  private func end(_ ending: Statement.Ending, of statement: Statement) -> CarrierFact.Entry? {
    guard case .day(let day) = ending else { return nil }
    var entry = CarrierFact.Entry(.notice, on: received, words: statement.words)
    entry.date = day.only
    entry.clock = clock(of: statement)
    return entry
  }

  // A bar that is to come is the end of the number's time; one that is there is a state.
  private func bar(
    _ kind: Event.Kind, _ day: DayReading?, _ statement: Statement
  ) -> CarrierFact.Entry? {
    guard !statement.isOfBundle else { return nil }
    if let day, day.days.allSatisfy({ $0 > expected.receivedOn }) {
      var entry = CarrierFact.Entry(.notice, on: received, words: statement.words)
      entry.date = day.only
      return entry
    }
    return made(kind, on: day, statement)
  }

  private var isSuspended: Bool {
    events.last { $0.kind == .suspension || $0.kind == .resumption }?.kind == .suspension
  }

  /// The clock that an end is of: none for the number's, whose dates need no name. A pack's date must
  /// never be taken for the number's, so that it has a name also where the line has no such clock.
  private func clock(of statement: Statement) -> Clock.ID? {
    let subject: Subject
    switch statement.about {
    case .pack, .plan: subject = .pack
    case .balance: subject = .balance
    case .number, .unclear, .bonus, .offer, .voucher, .bankCard: return numberClock
    }
    return clocks.first { $0.subject == subject }?.id ?? subject.rawValue
  }
}

// MARK: - What can be right, and what is told already

extension FactFrame {
  /// What of an entry is recorded already.
  enum Precedent: Equatable {
    /// The same.
    case same
    /// The same words of another day.
    case alike(CalendarDay)
    case none
  }

  /// Whether a statement of success has something in its text that speaks against it: words of failure
  /// win.
  func isDoubtful(_ statement: Statement) -> Bool {
    switch statement.says {
    case .paid, .renewed, .reactivated:
      let same: Set<Statement.About> = statement.isOfBundle ? [.pack, .plan] : [statement.about]
      return hasDoubts || !contradicted.isDisjoint(with: same.union([.unclear]))
    case .declined, .pending, .expires, .balance, .dataLeft, .suspended, .barredForDebt,
      .cancelled, .refunded, .charged:
      return false
    }
  }

  func isPlausible(_ entry: CarrierFact.Entry, _ statement: Statement) -> Bool {
    let today = expected.receivedOn
    if case .day(let day) = entry.on, entry.kind != .cancel {
      guard day <= today, day.ordinal > today.ordinal - Self.longestAgo else { return false }
    }
    if let date = entry.date {
      // What has ended a while ago is a fact too; what is far off in either direction is none.
      let isPast = date <= today && date.ordinal > today.ordinal - Self.longestAgo
      guard isPast || expected.isPlausible(date) || statement.about != .number && isNear(date)
      else { return false }
    }
    guard let amount = entry.amount else { return true }
    if entry.kind != .balance, amount.amount <= 0 { return false }
    return expected.currency == nil || amount.currency == expected.currency
  }

  private func isNear(_ date: CalendarDay) -> Bool {
    abs(date.ordinal - expected.receivedOn.ordinal) <= Self.longestAhead
  }

  /// Days that a carrier looks back, and that money or a pack lasts.
  private static let longestAgo = 400
  private static let longestAhead = 1_100

  func precedent(of entry: CarrierFact.Entry) -> Precedent {
    let day = self.day(entry.on)
    let same = events.filter { event in
      event.kind == entry.kind && event.volume == entry.volume
        && (event.amount == entry.amount
          || Self.deeds.contains(entry.kind) && (event.amount == nil || entry.amount == nil))
        && event.clock == entry.clock
        && (event.date == entry.date || event.origin != .carrier && event.kind != .notice)
    }
    for event in same {
      let distance = abs(self.day(event.on).ordinal - day.ordinal)
      if event.origin == .carrier {
        // A date is the same whenever it is read.
        let isDated = entry.kind == .notice && event.words == entry.words
        if distance == 0 || isDated { return .same }
      } else if distance <= 1, Self.deeds.contains(entry.kind) {
        return .same
      } else if distance == 0, entry.kind == .notice, event.date == entry.date {
        return .same
      }
    }
    let isDeed = Self.deeds.contains(entry.kind)
    let near = same.first { event in
      isDeed && event.origin == .carrier && event.words == entry.words
        && abs(self.day(event.on).ordinal - day.ordinal) <= Self.alike
    }
    return near.map { .alike(self.day($0.on)) } ?? .none
  }

  private static let deeds: Set<Event.Kind> = [
    .topUp, .pack, .renewal, .charge, .refund, .declined,
  ]
  /// Days within which the same words are taken for the same text, read again.
  private static let alike = 7

  private func day(_ occurrence: Occurrence) -> CalendarDay {
    CalendarDay(occurrence.dayText(in: zone)) ?? expected.receivedOn
  }
}
