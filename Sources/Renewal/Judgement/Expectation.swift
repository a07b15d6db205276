import FoundationEssentials

/// What is expected of a clock that goes on by itself: that it did, at the beginning of each of these
/// periods. Each that nothing bears out makes that less sure.
struct Expectation {
  /// The first days of the periods into which it is expected to have gone on.
  let periods: [CalendarDay]
  /// The last day up to which something shows that it did.
  let provenOn: CalendarDay?
  /// The first day of the present period.
  let presentFrom: CalendarDay?

  /// The periods that nothing bears out.
  var unproven: [CalendarDay] { periods.filter { day in provenOn.map { day > $0 } ?? true } }

  /// After so many periods it is asked whether it goes on.
  static let mostUnproven = 2

  /// Whether somebody has to look: for periods nothing has shown that it goes on, or nothing ever has.
  var isInDoubt: Bool { provenOn == nil || unproven.count >= Self.mostUnproven }

  /// The day from which it is in doubt.
  var doubtfulSince: CalendarDay? {
    guard isInDoubt else { return nil }
    return unproven.dropFirst(Self.mostUnproven - 1).first ?? presentFrom
  }
}

extension ClockFold {
  /// What is expected, with what the card shows.
  ///
  /// - Parameter accepted: the day after which a network accepted the line.
  func expectation(accepted: CalendarDay?) -> Expectation? {
    guard clock.goesOnByItself, let run else { return nil }
    let shown = clock.governsLine ? accepted : nil
    return Expectation(
      periods: carriedOn, provenOn: [provenOn, shown].compactMap { $0 }.max(),
      presentFrom: carriedOn.last ?? firstDay(of: run))
  }

  private func firstDay(of run: ClockRun) -> CalendarDay? {
    guard let period = clock.period, let after = calendar.adding(1, .day, to: run.end.lastDay)
    else { return nil }
    return calendar.adding(-period.n, period.unit, to: after)
  }

  /// Takes an event for what it shows of a clock that goes on by itself.
  mutating func prove(by event: Event, at point: StartingPoint) {
    guard clock.goesOnByItself, let run, run.cause?.id == event.id || shows(event, at: point)
    else { return }
    let next = calendar.adding(1, .day, to: run.end.lastDay)
    let left = point.day.days(to: run.end.lastDay)
    // What is paid in the last days of a period is paid for the next one.
    let isForNext = isPayment(event) && run.cause?.id != event.id && left < 3
    let day = isForNext ? next ?? point.day : point.day
    provenOn = provenOn.map { max($0, day) } ?? day
  }

  /// Whether an event says that a plan went on: in so many words, or as its fee.
  func isPayment(_ event: Event) -> Bool {
    if let about = event.clock {
      return about == clock.id && (event.kind == .renewal || event.kind == .charge)
    }
    return switch event.kind {
    case .renewal:
      takesUnnamedRenewals
        && (subscription != nil || clock.subject == .pack || clock.auto == .renew)
    case .charge: subscription.map { $0.fee == event.amount } == true
    default: false
    }
  }

  private func shows(_ event: Event, at point: StartingPoint) -> Bool {
    guard event.clock.map({ $0 == clock.id }) ?? true else { return false }
    return switch event.kind {
    case .renewal, .charge: isPayment(event)
    case .pack: clock.subject == .pack || startsByQualifying
    case .topUp: counts(event, at: point)
    case .dataLeft: clock.subject == .pack
    case .resumption: true
    case .balance: subscription?.renewal != .card && !showsThatNothingWasTaken(event)
    default: false
    }
  }

  private func counts(_ event: Event, at point: StartingPoint) -> Bool {
    guard case .counts = clock.qualification(of: event, at: point, summing: seen, in: calendar)
    else { return false }
    return true
  }

  // A balance that did not fall by the fee of the period that began since the one before.
  private func showsThatNothingWasTaken(_ event: Event) -> Bool {
    guard let fee = subscription?.fee, let found = event.amount, found.currency == fee.currency,
      let before = seen.lastIndex(where: {
        $0.event.kind == .balance && $0.event.id != event.id
          && $0.event.amount?.currency == fee.currency
      }),
      let amount = seen[before].event.amount?.amount,
      carriedOn.contains(where: { $0 > seen[before].point.day })
    else { return false }
    let moved = seen[(before + 1)...].compactMap { $0.event.movement(in: fee.currency) }
    return found.amount > moved.reduce(amount, +) - fee.amount
  }
}
