import Words

extension Reason {
  /// What follows from an event that somebody recorded.
  public enum FromRecord: Equatable, Sendable {
    /// This started the clock.
    case startedBy(Occasion)
    /// This renewed the clock.
    case renewedBy(Occasion)
    /// The carrier gave this day as the end.
    case carrierNotice(CalendarDay, on: Occurrence, amount: Money?)
    /// The person gave this day as the end.
    case personsDate(CalendarDay, on: Occurrence, amount: Money?)
    /// The carrier reinstated the line.
    case reinstated(Occasion)
    /// The clock follows one of these, which this gave its end.
    case followsClock([Clock.ID], Occasion)
    /// The pack was used up.
    case packExhausted(End)
    /// The pack was used up, and may have been renewed: the rule does not say what follows.
    case whatFollowsUnknown(End)
    /// The line was put to use in time.
    case windowMet(on: Occurrence)
    /// The line was cancelled.
    case cancelled(on: Occurrence)
    /// The number moved away.
    case portedOut(on: Occurrence)

    /// This came too late to count.
    case cameTooLate(on: Occurrence)
    /// This was less than the least that counts.
    case belowMinimum(Money, on: Occurrence)
    /// The amounts so far do not reach what counts.
    case sumNotReached(Money, on: Occurrence)
    /// Service and emergency numbers, or free use, don't count.
    case excluded(on: Occurrence)
    /// Nobody can tell whether this counts; what is missing is in the verdict.
    case cannotTell(on: Occurrence)
    /// This lies in the future and does not count yet.
    case inFuture(on: Occurrence)
    /// The line was used after its supposed end.
    case usedAfterEnd(on: Occurrence)
    /// The balance is below what the owner wants.
    case lowBalance(Money, balance: Money, on: Occurrence)
    /// By what the plan and the days cost, the balance is below what the owner wants.
    case lowBalanceExpected(Money, balance: Money, on: Occurrence)
    /// The balance does not cover a fee: of so much, on a day, when so much is left.
    case feeNotCovered(Money, due: CalendarDay, balance: Money, on: Occurrence)
    /// The balance pays the day rate until this day.
    case balanceRunsOut(CalendarDay, rate: Money, balance: Money, on: Occurrence)
    /// This is of another currency than the line, and is not counted.
    case otherCurrency(Money, on: Occurrence)
    /// A payment was declined, and nothing shows that it was made since.
    case declined(on: Occurrence)
    /// A payment was declined, and sent again on a day; what came of that nobody noted.
    case sentAgain(CalendarDay, on: Occurrence)
    /// It is suspended at its owner's wish, until the day, for the amount.
    case suspendedAtWish(Occasion)
    /// The carrier said that it has barred it.
    case barred(on: Occurrence)
    /// It is cancelled as of a day ahead.
    case cancellationAhead(on: Occurrence)
    /// The number is to move to another carrier on a day ahead.
    case portOutAhead(on: Occurrence)
    /// It had ended, and goes on by what the carrier said or did later.
    case reopened(on: Occurrence)
  }
}

extension Reason.FromRecord {
  /// The sentence about what a clock counts down for, and about the event.
  func sentence(about subject: Words, event: (Occurrence) -> Words) -> Words {
    switch self {
    case .startedBy(let this): Words("\(subject) counts from: \(event(this.on))")
    case .renewedBy(let this): Words("\(subject) was renewed by: \(event(this.on))")
    case .carrierNotice(let day, _, _): Words("the carrier gave \(day)")
    case .personsDate(let day, _, _): Words("you gave \(day)")
    case .reinstated(let this): Words("the carrier reinstated it: \(event(this.on))")
    case .followsClock: Words("\(subject) counts from the end of another term")
    case .packExhausted: Words("the pack is used up")
    case .whatFollowsUnknown(let end): end.whatFollowsUnknown(for: subject)
    case .windowMet: Words("it was put to use in time")
    case .cancelled(let on): Words("it was cancelled: \(event(on))")
    case .portedOut(let on): Words("the number moved to another carrier: \(event(on))")
    case .cameTooLate(let on): Words("\(event(on)) came too late to count")
    case .belowMinimum(let least, let on):
      Words("\(event(on)) was too small: it takes \(least.text)")
    case .sumNotReached(let sum, _): Words("the amounts so far do not reach \(sum.text)")
    case .excluded(let on):
      Words("\(event(on)) does not count: free, or a service or emergency number")
    case .cannotTell(let on): Words("\(event(on)): nobody can tell whether it counts")
    case .inFuture(let on): Words("\(event(on)) lies ahead and does not count yet")
    case .usedAfterEnd(let on): Words("\(event(on)) came after its supposed end")
    case .lowBalance(let limit, let balance, _):
      Words("the balance is \(balance.text), below \(limit.text)")
    case .lowBalanceExpected(let limit, let balance, _):
      Words("by now about \(balance.text) will be left, below \(limit.text)")
    case .feeNotCovered(let fee, let due, let balance, _):
      Words("the fee of \(fee.text) is due on \(due), and about \(balance.text) will be left then")
    case .balanceRunsOut(let day, let rate, _, _):
      Words("at \(rate.text) a day the balance lasts until \(day)")
    case .otherCurrency(let amount, let on):
      Words("\(event(on)) is not counted: \(amount.currency.rawValue) is not the line's currency")
    case .declined(let on): Words("\(event(on)), and nothing paid since")
    case .sentAgain(let day, let on):
      Words("\(event(on)); sent again on \(day), and waits to be verified")
    case .suspendedAtWish(let this):
      this.day.map { Words("it is suspended at your wish until \($0): \(event(this.on))") }
        ?? Words("it is suspended at your wish, until nobody noted when: \(event(this.on))")
    case .barred(let on): Words("the carrier has barred it: \(event(on))")
    case .cancellationAhead(let on): Words("it is cancelled ahead: \(event(on))")
    case .portOutAhead(let on):
      Words("its number is to move to another carrier: \(event(on))")
    case .reopened(let on): Words("it had ended, and goes on: \(event(on))")
    }
  }
}

extension Reason.Occasion {
  init(_ event: Event) {
    self.init(on: event.on, amount: event.amount, day: event.date)
  }

  fileprivate init(_ container: Reason.Reader) throws {
    on = try container.decode(Occurrence.self, forKey: .on)
    amount = try container.decodeIfPresent(Money.self, forKey: .amount)
    day = try container.decodeIfPresent(CalendarDay.self, forKey: .day)
  }

  fileprivate func encode(into container: inout Reason.Writer) throws {
    try container.encode(on, forKey: .on)
    try container.encodeIfPresent(amount, forKey: .amount)
    try container.encodeIfPresent(day, forKey: .day)
  }
}

extension Reason.FromRecord {
  package enum Code: String, Vocabulary {
    case startedBy, renewedBy, carrierNotice, personsDate, reinstated, followsClock, packExhausted
    case whatFollowsUnknown, windowMet, cancelled, portedOut, cameTooLate, belowMinimum
    case sumNotReached, excluded, cannotTell, inFuture, usedAfterEnd, lowBalance
    case lowBalanceExpected, feeNotCovered, balanceRunsOut, otherCurrency, declined
    case suspendedAtWish, barred, cancellationAhead, portOutAhead, reopened, sentAgain
  }

  package var code: Code {
    switch self {
    case .startedBy: .startedBy
    case .renewedBy: .renewedBy
    case .carrierNotice: .carrierNotice
    case .personsDate: .personsDate
    case .reinstated: .reinstated
    case .followsClock: .followsClock
    case .packExhausted: .packExhausted
    case .whatFollowsUnknown: .whatFollowsUnknown
    case .windowMet: .windowMet
    case .cancelled: .cancelled
    case .portedOut: .portedOut
    case .cameTooLate: .cameTooLate
    case .belowMinimum: .belowMinimum
    case .sumNotReached: .sumNotReached
    case .excluded: .excluded
    case .cannotTell: .cannotTell
    case .inFuture: .inFuture
    case .usedAfterEnd: .usedAfterEnd
    case .lowBalance: .lowBalance
    case .lowBalanceExpected: .lowBalanceExpected
    case .feeNotCovered: .feeNotCovered
    case .balanceRunsOut: .balanceRunsOut
    case .otherCurrency: .otherCurrency
    case .declined: .declined
    case .suspendedAtWish: .suspendedAtWish
    case .barred: .barred
    case .cancellationAhead: .cancellationAhead
    case .portOutAhead: .portOutAhead
    case .reopened: .reopened
    case .sentAgain: .sentAgain
    }
  }

  init(_ container: Reason.Reader) throws {
    func on() throws -> Occurrence { try container.decode(Occurrence.self, forKey: .on) }
    func day() throws -> CalendarDay { try container.decode(CalendarDay.self, forKey: .day) }
    func amount() throws -> Money { try container.decode(Money.self, forKey: .amount) }
    func balance() throws -> Money { try container.decode(Money.self, forKey: .balance) }
    func paid() throws -> Money? { try container.decodeIfPresent(Money.self, forKey: .amount) }
    switch try container.decode(Code.self, forKey: .code) {
    case .startedBy: self = .startedBy(try Reason.Occasion(container))
    case .renewedBy: self = .renewedBy(try Reason.Occasion(container))
    case .carrierNotice: self = .carrierNotice(try day(), on: try on(), amount: try paid())
    case .personsDate: self = .personsDate(try day(), on: try on(), amount: try paid())
    case .reinstated: self = .reinstated(try Reason.Occasion(container))
    case .followsClock:
      self = .followsClock(
        try container.decode([Clock.ID].self, forKey: .follows), try Reason.Occasion(container))
    case .packExhausted: self = .packExhausted(try Reason.End(container))
    case .whatFollowsUnknown: self = .whatFollowsUnknown(try Reason.End(container))
    case .windowMet: self = .windowMet(on: try on())
    case .cancelled: self = .cancelled(on: try on())
    case .portedOut: self = .portedOut(on: try on())
    case .cameTooLate: self = .cameTooLate(on: try on())
    case .belowMinimum: self = .belowMinimum(try amount(), on: try on())
    case .sumNotReached: self = .sumNotReached(try amount(), on: try on())
    case .excluded: self = .excluded(on: try on())
    case .cannotTell: self = .cannotTell(on: try on())
    case .inFuture: self = .inFuture(on: try on())
    case .usedAfterEnd: self = .usedAfterEnd(on: try on())
    case .lowBalance: self = .lowBalance(try amount(), balance: try balance(), on: try on())
    case .lowBalanceExpected:
      self = .lowBalanceExpected(try amount(), balance: try balance(), on: try on())
    case .feeNotCovered:
      self = .feeNotCovered(
        try amount(), due: try day(), balance: try balance(), on: try on())
    case .balanceRunsOut:
      self = .balanceRunsOut(try day(), rate: try amount(), balance: try balance(), on: try on())
    case .otherCurrency: self = .otherCurrency(try amount(), on: try on())
    case .declined: self = .declined(on: try on())
    case .suspendedAtWish: self = .suspendedAtWish(try Reason.Occasion(container))
    case .barred: self = .barred(on: try on())
    case .cancellationAhead: self = .cancellationAhead(on: try on())
    case .portOutAhead: self = .portOutAhead(on: try on())
    case .reopened: self = .reopened(on: try on())
    case .sentAgain: self = .sentAgain(try day(), on: try on())
    }
  }

  func encode(into container: inout Reason.Writer) throws {
    try container.encode(code, forKey: .code)
    switch self {
    case .startedBy(let this), .renewedBy(let this), .reinstated(let this),
      .suspendedAtWish(let this):
      try this.encode(into: &container)
    case .followsClock(let clocks, let this):
      try this.encode(into: &container)
      try container.encode(clocks, forKey: .follows)
    case .carrierNotice(let day, let on, let amount), .personsDate(let day, let on, let amount):
      try Reason.Occasion(on: on, amount: amount, day: day).encode(into: &container)
    case .packExhausted(let end), .whatFollowsUnknown(let end): try end.encode(into: &container)
    case .belowMinimum(let amount, let on), .sumNotReached(let amount, let on),
      .otherCurrency(let amount, let on):
      try Reason.Occasion(on: on, amount: amount).encode(into: &container)
    case .lowBalance(let limit, let balance, let on),
      .lowBalanceExpected(let limit, let balance, let on):
      try Reason.Occasion(on: on, amount: limit).encode(into: &container)
      try container.encode(balance, forKey: .balance)
    case .feeNotCovered(let amount, let day, let balance, let on),
      .balanceRunsOut(let day, let amount, let balance, let on):
      try Reason.Occasion(on: on, amount: amount, day: day).encode(into: &container)
      try container.encode(balance, forKey: .balance)
    case .sentAgain(let day, let on):
      try Reason.Occasion(on: on, day: day).encode(into: &container)
    case .windowMet(let on), .barred(let on), .cancelled(let on), .portedOut(let on),
      .cameTooLate(let on),
      .excluded(let on), .cannotTell(let on), .inFuture(let on), .usedAfterEnd(let on),
      .declined(let on), .cancellationAhead(let on), .portOutAhead(let on), .reopened(let on):
      try container.encode(on, forKey: .on)
    }
  }
}
