public import FoundationEssentials
public import Words

/// What makes it likely that something was typed wrong. It may be right all the same: who records it
/// is asked.
public enum Doubt: Equatable, Sendable {
  /// The day lies years away from today.
  case yearsAway(CalendarDay)
  /// What is said to have happened lies ahead.
  case notYet(CalendarDay)
  /// An amount of nothing, or less.
  case noAmount(Money)
  /// No currency has this code.
  case unknownCurrency(Currency)
  /// The same thing is recorded on that day already.
  case twice(Event.Kind, CalendarDay)

  /// What seems wrong.
  public var words: Words {
    switch self {
    case .yearsAway(let day): Words("\(day) is years away")
    case .notYet(let day): Words("\(day) is yet to come, and this is what has happened")
    case .noAmount(let amount): Words("\(amount.text) is no amount to pay or to take")
    case .unknownCurrency(let currency): Words("no currency has the code \(currency.rawValue)")
    case .twice(let kind, let day):
      Words("\(kind.words) is recorded on \(day) already, just the same")
    }
  }
}

extension Event {
  /// What makes it likely that the event was typed wrong.
  ///
  /// - Parameters:
  ///   - recorded: what is known to have happened to its line.
  ///   - now: when it is written down.
  ///   - zones: where it may have happened: the person's zone and the carrier's.
  public func doubts(beside recorded: [Event], at now: Date, in zones: [TimeZone]) -> [Doubt] {
    let days = zones.compactMap { CalendarDay(now, in: $0) }
    guard let today = days.max(), let day = on.day(in: zones) else { return [] }
    var doubts: [Doubt] = []
    if day.isFar(from: today, years: kind.canBePlanned ? 3 : 20) {
      doubts.append(.yearsAway(day))
    } else if day > today, !kind.canBePlanned {
      doubts.append(.notYet(day))
    }
    if let date, date.isFar(from: today, years: 10) { doubts.append(.yearsAway(date)) }
    if let amount {
      if !amount.currency.isKnown { doubts.append(.unknownCurrency(amount.currency)) }
      if amount.amount < 0 || amount.amount == 0 && kind.isOfMoney {
        doubts.append(.noAmount(amount))
      }
    }
    if !kind.isUse, History(recorded).events.contains(where: { isSame(as: $0, in: zones) }) {
      doubts.append(.twice(kind, day))
    }
    return doubts
  }

  private func isSame(as other: Event, in zones: [TimeZone]) -> Bool {
    kind == other.kind && on.day(in: zones) == other.on.day(in: zones) && amount == other.amount
      && term == other.term && date == other.date && volume == other.volume && clock == other.clock
  }
}

extension Event.Kind {
  /// Whether it can be recorded before it happens.
  fileprivate var canBePlanned: Bool {
    [.cancel, .portOut, .suspension, .resumption, .cardSwap].contains(self)
  }

  /// Whether it says nothing with an amount of nothing.
  fileprivate var isOfMoney: Bool {
    [.topUp, .pack, .charge, .refund, .transferIn, .transferOut, .renewal].contains(self)
  }
}

extension Occurrence {
  /// The day, in the first of some zones where it is a moment.
  fileprivate func day(in zones: [TimeZone]) -> CalendarDay? {
    switch self {
    case .day(let day): day
    case .moment(let moment): zones.first.flatMap { CalendarDay(moment, in: $0) }
    }
  }
}

extension CalendarDay {
  fileprivate func isFar(from today: CalendarDay, years: Int) -> Bool {
    abs(year - today.year) > years
  }
}
