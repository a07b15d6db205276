import FoundationEssentials
import Renewal

/// What a line costs in a year: what its plan will, as far as that is known, and what was paid in the
/// last year, as far as that was recorded. Neither stands for the other.
struct YearlyCost {
  /// What its plan and its day rate will cost; empty where it has none.
  let planned: Amounts
  /// What was recorded as paid in the last 365 days.
  let paid: Amounts

  init(_ line: Line, _ events: [Event], on today: CalendarDay, in zone: TimeZone) {
    var planned = Amounts()
    if let plan = line.subscription, let times = plan.period.timesAYear {
      planned.add(Money(plan.fee.amount * times, plan.fee.currency))
    }
    if let rate = line.dayRate { planned.add(Money(rate.amount * 365, rate.currency)) }
    self.planned = planned
    let undone = Event.undone(among: events)
    var paid = Amounts()
    for event in events where !undone.contains(event.id) && event.isPayment(of: line) {
      guard let amount = event.amount, let day = event.on.day(in: zone),
        (0..<365).contains(day.days(to: today))
      else { continue }
      paid.add(amount)
    }
    self.paid = paid
  }
}

/// Amounts of several currencies, each summed up by itself.
struct Amounts {
  private var sums: [Currency: Decimal] = [:]

  var isEmpty: Bool { sums.isEmpty }

  mutating func add(_ money: Money) { sums[money.currency, default: 0] += money.amount }

  mutating func add(_ others: Amounts) { sums.merge(others.sums, uniquingKeysWith: +) }

  subscript(currency: Currency) -> Decimal? { sums[currency] }

  /// The currencies, in alphabetical order.
  var currencies: [Currency] { sums.keys.sorted { $0.rawValue < $1.rawValue } }

  /// Each amount, to hundredths.
  var texts: [String] {
    currencies.compactMap { currency in
      sums[currency].map { Money($0.hundredths, currency).text }
    }
  }
}

extension Decimal {
  /// Rounded to hundredths.
  var hundredths: Decimal {
    guard exponent < 0 else { return self }
    let shifted =
      self * 100 + (self < 0 ? -1 : 1) * Decimal(sign: .plus, exponent: -1, significand: 5)
    return Decimal(string: String(shifted.description.prefix { $0 != "." })).map { $0 / 100 }
      ?? self
  }
}

extension Period {
  /// How often it passes in a year; nil of hours, which no plan is paid by.
  fileprivate var timesAYear: Decimal? {
    switch unit {
    case .hour: nil
    case .day: Decimal(365) / Decimal(n)
    case .month: Decimal(12) / Decimal(n)
    case .year: Decimal(1) / Decimal(n)
    }
  }
}

extension Event {
  /// Whether its owner paid something: what the carrier takes from the balance was paid before.
  fileprivate func isPayment(of line: Line) -> Bool {
    switch kind {
    case .purchase, .topUp, .pack: true
    case .renewal: line.subscription?.renewal != .balance
    default: false
    }
  }
}

extension Occurrence {
  /// The day, in a zone where it is a moment.
  fileprivate func day(in zone: TimeZone) -> CalendarDay? {
    switch self {
    case .day(let day): day
    case .moment(let moment): CalendarDay(moment, in: zone)
    }
  }
}
