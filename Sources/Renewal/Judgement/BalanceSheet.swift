import FoundationEssentials

/// What is on a line: the last balance that was noted in its currency, moved by what was recorded since,
/// and forecast with what its plan and its days cost. Amounts of other currencies are never added.
struct BalanceSheet {
  /// The last balance that was noted.
  let noted: Event
  /// That with what was recorded since.
  let present: Money
  /// That without the fees and day rates that nobody recorded.
  let expected: Money
  /// The day from which it has been below what the owner wants.
  let lowSince: CalendarDay?
  /// The first fee that it does not cover and nothing has made good: on which day, with how much left.
  let uncovered: (day: CalendarDay, left: Money)?
  /// The last day whose rate it covers, if it runs out within the forecast.
  let lastPaidDay: CalendarDay?

  /// How many days are gone through at most: after ten years a balance tells nothing.
  private static let mostDays = 3_660
  /// How far ahead the forecast goes.
  private static let horizon = 370

  /// - Parameters:
  ///   - fees: the days on which the plan's fee is due, past and to come; none where it is not taken
  ///     from the balance.
  init?(
    _ line: Line, _ happened: [Event], fees: [CalendarDay], today: CalendarDay,
    _ calendar: ClockCalendar
  ) {
    guard let currency = line.currency(happened),
      let index = happened.lastIndex(where: { $0.isBalance(in: currency) }),
      let amount = happened[index].amount?.amount, let first = calendar.day(of: happened[index].on)
    else { return nil }
    func day(_ offset: Int) -> CalendarDay? { calendar.adding(offset, .day, to: first) }
    let since = happened[(index + 1)...]
    var moved: [Int: Decimal] = [:]
    var paid: [Int] = []
    var present = amount
    for event in since {
      guard let days = calendar.day(of: event.on).map(first.days(to:)) else { continue }
      if let change = event.movement(in: currency) {
        present += change
        moved[days, default: 0] += change
      }
      if line.isFee(event) {
        paid.append(days)
        // A renewal that is recorded took its fee, which nobody may have recorded as a charge.
        let isCharged = since.contains { $0.kind == .charge && $0.isFee(of: line, near: event) }
        if event.kind == .renewal, let fee = line.feeFromBalance, !isCharged {
          let fee = event.amount.flatMap { $0.currency == currency ? $0.amount : nil } ?? fee.amount
          present -= fee
          moved[days, default: 0] -= fee
        }
      }
    }
    let last = first.days(to: today)
    var forecast = Forecast(
      balance: amount, fee: line.feeFromBalance?.amount, rate: line.rate(in: currency),
      limit: line.limit(in: currency), today: max(last, 0))
    let due = Set(fees.map(first.days(to:))).filter { day in
      day > 0 && !paid.contains { abs($0 - day) <= 3 }
    }
    if last <= Self.mostDays {
      for days in 0...(max(last, 0) + Self.horizon) {
        forecast.go(on: days, isDue: due.contains(days), moved: moved[days])
      }
    } else {
      forecast.balanceToday = present
    }
    noted = happened[index]
    self.present = Money(present, currency)
    expected = Money(forecast.balanceToday, currency)
    lowSince = forecast.lowSince.flatMap(day)
    uncovered = forecast.uncovered.flatMap { found in
      day(found.day).map { ($0, Money(found.left, currency)) }
    }
    lastPaidDay = forecast.unpaidFrom.flatMap { day($0 - 1) }
  }

  /// The balance going on day by day from the one that was noted.
  private struct Forecast {
    var balance: Decimal
    let fee: Decimal?
    let rate: Decimal?
    let limit: Decimal?
    let today: Int
    var balanceToday: Decimal = 0
    var lowSince: Int?
    var uncovered: (day: Int, left: Decimal)?
    var unpaidFrom: Int?

    mutating func go(on day: Int, isDue: Bool, moved: Decimal?) {
      if let rate, day > 0 {
        if balance >= rate {
          balance -= rate
        } else if unpaidFrom == nil {
          unpaidFrom = day
        }
      }
      if isDue, uncovered == nil, let fee {
        if balance >= fee { balance -= fee } else { uncovered = (day, balance) }
      }
      if let moved { balance += moved }
      guard day <= today else { return }
      // What came later pays what was due.
      if let fee, uncovered != nil, let moved, moved > 0, balance >= fee {
        balance -= fee
        uncovered = nil
      }
      if let rate, balance >= rate { unpaidFrom = nil }
      if let limit {
        if balance >= limit { lowSince = nil } else if lowSince == nil { lowSince = day }
      }
      if day == today { balanceToday = balance }
    }
  }
}

extension Line {
  /// The currency that it is kept in: of what its owner set, or else of the last balance.
  fileprivate func currency(_ happened: [Event]) -> Currency? {
    currencySet ?? happened.last { $0.kind == .balance }?.amount?.currency
  }

  /// The currency of what its owner set.
  var currencySet: Currency? {
    [lowBalance, feeFromBalance, dayRate].lazy.compactMap(\.?.currency).first
  }

  /// The fee of its plan, where the carrier takes it from the balance.
  var feeFromBalance: Money? {
    subscription.flatMap { $0.renewal == .balance ? $0.fee : nil }
  }

  fileprivate func rate(in currency: Currency) -> Decimal? {
    dayRate.flatMap { $0.currency == currency && $0.amount > 0 ? $0.amount : nil }
  }

  fileprivate func limit(in currency: Currency) -> Decimal? {
    lowBalance.flatMap { $0.currency == currency ? $0.amount : nil }
  }

  /// Whether an event is a fee of its plan being taken.
  fileprivate func isFee(_ event: Event) -> Bool {
    event.kind == .renewal || event.kind == .charge && event.amount == subscription?.fee
  }
}

extension Event {
  /// What it adds to a balance in a currency, or takes from it; absent where it does not touch it.
  func movement(in currency: Currency) -> Decimal? {
    guard let amount, amount.currency == currency else { return nil }
    return switch kind {
    case .topUp, .transferIn, .refund: amount.amount
    case .charge, .transferOut: -amount.amount
    default: nil
    }
  }

  /// Whether it says what is on a line, or what came or went.
  var isOfMoney: Bool {
    switch kind {
    case .balance, .topUp, .transferIn, .transferOut, .refund, .charge: amount != nil
    default: false
    }
  }

  fileprivate func isBalance(in currency: Currency) -> Bool {
    kind == .balance && amount?.currency == currency
  }

  fileprivate func isFee(of line: Line, near renewal: Event) -> Bool {
    amount == (renewal.amount ?? line.subscription?.fee) && on == renewal.on
  }
}

extension ClockCalendar {
  /// The day that something happened on.
  func day(of occurrence: Occurrence) -> CalendarDay? {
    switch occurrence {
    case .moment(let moment): day(of: moment)
    case .day(let day): day
    }
  }
}
