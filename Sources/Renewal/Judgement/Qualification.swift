import FoundationEssentials

/// Whether an event keeps a clock running.
enum Qualification {
  /// It has nothing to do with the clock.
  case irrelevant
  /// It does, for the clock's own term or for this one.
  case counts(Period, summed: Bool)
  /// It would, but for this.
  case falls(Shortfall)
  /// It may; this is missing.
  case cannotTell(Missing.Detail)

  /// Why an event does not count.
  enum Shortfall {
    case belowMinimum(Money)
    case sumNotReached(Money)
    case excluded

    func reason(on: Occurrence) -> Reason.FromRecord {
      switch self {
      case .belowMinimum(let least): .belowMinimum(least, on: on)
      case .sumNotReached(let sum): .sumNotReached(sum, on: on)
      case .excluded: .excluded(on: on)
      }
    }
  }

  // The best of several ways to count is the one that holds.
  fileprivate var weight: Int {
    switch self {
    case .irrelevant: 0
    case .falls: 1
    case .cannotTell: 2
    case .counts: 3
    }
  }
}

extension Clock {
  /// What keeps the clock running, spelt out where the anchor says it.
  package var effectiveQualifying: [Qualifier] {
    if once { return [] }
    if !qualifying.isEmpty { return qualifying }
    switch subject {
    case .activationWindow:
      return [Qualifier([.activation, .firstAttach, .firstData] + Qualifier.Word.anyUse)]
    case .profileDownload: return [Qualifier([.install])]
    case .pack: return [Qualifier([.pack])]
    case .number, .service, .balance:
      return anchor.compactMap { anchor in
        switch anchor {
        case .lastTopUp: Qualifier([.topUp])
        case .lastChargeable:
          Qualifier(Qualifier.Word.chargeable, exclude: [.service, .emergency, .free])
        case .lastUse: Qualifier(Qualifier.Word.anyUse)
        case .billingDay: Qualifier([.topUp, .pack])
        default: nil
        }
      }
    }
  }

  /// Whether an event keeps the clock running.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - charges: what happened up to and with the event, as far as amounts may be added up.
  func qualification(
    of event: Event, at point: StartingPoint,
    summing charges: [(event: Event, point: StartingPoint)], in calendar: ClockCalendar
  ) -> Qualification {
    if let about = event.clock, !isNamed(about) { return .irrelevant }
    var best = Qualification.irrelevant
    for qualifier in effectiveQualifying {
      let result: Qualification =
        switch qualifier.merit(of: event, at: point, summing: charges, in: calendar) {
        case .irrelevant: .irrelevant
        case .enough(let summed): term(of: event, summed: summed)
        case .short(let shortfall): .falls(shortfall)
        case .cannotTell(let detail): .cannotTell(detail)
        }
      if result.weight > best.weight { best = result }
    }
    return best
  }

  /// The term that an event brings.
  private func term(of event: Event, summed: Bool) -> Qualification {
    // What was noted of one payment goes before what holds for all; the term of a pack is the pack's.
    if let own = event.term, subject == .pack || event.kind != .pack && !subject.isWindow {
      return .counts(own, summed: summed)
    }
    if let least = tiers.first?.from {
      guard let amount = event.amount, amount.currency == least.currency else {
        return .cannotTell(.amount)
      }
      guard let tier = tiers.last(where: { $0.from.amount <= amount.amount }) else {
        return .falls(.belowMinimum(least))
      }
      return .counts(tier.period, summed: summed)
    }
    let own = period == nil ? event.term : nil
    guard let term = own ?? period ?? (subject.isWindow ? Period(1, .day) : nil) else {
      let givenByCarrier = anchor.contains { $0.word == .explicitDate }
      return .cannotTell(givenByCarrier ? .date : .term)
    }
    return .counts(term, summed: summed)
  }
}

/// What one way to count makes of an event, before its term is known.
private enum Merit {
  case irrelevant
  case enough(summed: Bool)
  case short(Qualification.Shortfall)
  case cannotTell(Missing.Detail)
}

extension Qualifier {
  fileprivate func merit(
    of event: Event, at point: StartingPoint,
    summing charges: [(event: Event, point: StartingPoint)], in calendar: ClockCalendar
  ) -> Merit {
    guard matches(event.kind) else { return .irrelevant }
    if event.kind == .use, !(exclude.isEmpty && Set(Word.anyUse).isSubset(of: events)) {
      return .cannotTell(.usage)
    }
    if excludes(event) { return .short(.excluded) }
    guard let limit = atLeast ?? moreThan else { return .enough(summed: false) }
    guard let window = summedOver else { return weigh([event], against: limit) }
    let first = calendar.adding(-window.n, window.unit, to: point.day)
    let counted = charges.filter { charge in
      matches(charge.event.kind) && !excludes(charge.event)
        && first.map { charge.point.day > $0 } ?? true
    }
    return weigh(counted.map(\.event), against: limit)
  }

  private func matches(_ kind: Event.Kind) -> Bool {
    switch kind {
    case .use: !Set(Word.anyUse).isDisjoint(with: events)
    case .firstData: events.contains(.firstData) || events.contains(.data)
    case .profileInstalled: events.contains(.install)
    default: Word(rawValue: kind.rawValue).map(events.contains) ?? false
    }
  }

  private func excludes(_ event: Event) -> Bool {
    exclude.contains { exclusion in
      switch exclusion {
      case .service: event.counterpart == .service
      case .emergency: event.counterpart == .emergency
      case .free: event.amount.map { $0.amount <= 0 } ?? false
      }
    }
  }

  private func weigh(_ events: [Event], against limit: Money) -> Merit {
    let amounts = events.map(\.amount)
    let known = amounts.compactMap { $0 }.filter { $0.currency == limit.currency }
    let sum = known.reduce(Decimal(0)) { $0 + $1.amount }
    if atLeast != nil ? sum >= limit.amount : sum > limit.amount {
      return .enough(summed: summedOver != nil)
    }
    if known.count < amounts.count { return .cannotTell(.amount) }
    return .short(summedOver == nil ? .belowMinimum(limit) : .sumNotReached(limit))
  }
}
