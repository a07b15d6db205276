import FoundationEssentials

/// Whether a carrier's text proves that a renewal took effect, and until when.
///
/// Three questions need an answer: did it succeed, what is the date the date of, and is it
/// plausible? Words of failure win where there are some; a balance, a date, an advert, a code, a text
/// in a language that nobody reads prove nothing.
public struct RenewalProof: Equatable, Sendable {
  /// Whether it took effect.
  public let answer: Answer
  /// Until when the line, or what was paid for, lasts by the text.
  public let end: End

  /// What a text proves of a renewal.
  public enum Answer: Equatable, Sendable {
    /// It took effect, as this statement says.
    case yes(Statement)
    /// It proves nothing, or the contrary.
    case no(Objection)
    /// It may have taken effect; one question is open.
    case ask(Question)
  }

  /// Why a text proves nothing.
  public enum Objection: Equatable, Sendable {
    /// It is in no language that is read.
    case unknownLanguage
    /// It may not be what it looks like.
    case tricks(Set<TextTrick>)
    /// It brings a code to be typed in.
    case code
    /// It is about a phone number that is none of the line's.
    case anotherNumber
    /// It says that something failed.
    case declined(Statement)
    /// It says that it has not happened yet.
    case pending(Statement)
    /// The success that it speaks of was before the renewal was submitted.
    case earlier(Statement)
    /// It says nothing of success.
    case noSuccess
  }

  /// What has to be answered before a text proves anything.
  public enum Question: String, Vocabulary {
    /// Did it succeed, and was it this line's?
    case succeeded
    /// What is the date the date of, and which day is it?
    case dateOf
    /// Can the date or the amount be right?
    case plausible
  }

  /// The day until which something lasts.
  public enum End: Equatable, Sendable {
    /// The text gives none.
    case unsaid
    /// One day of what was renewed.
    case day(CalendarDay, Statement)
    /// One day of something else, as the text says: of the money, where the number was renewed.
    case ofOther(CalendarDay, Statement)
    /// There are dates, and a question has to be answered before one of them counts.
    case open(Question, [CalendarDay])
  }

  /// What a text is held against.
  public struct Expectation: Equatable, Sendable {
    /// The day on which the text came.
    public var receivedOn: CalendarDay
    /// The day on which the renewal was submitted.
    public var submittedOn: CalendarDay?
    /// What was to be renewed: the number or its balance, a pack, a plan. Absent where any will do.
    public var subject: Statement.About?
    /// The line's currency.
    public var currency: Currency?
    /// The last known end.
    public var lastEnd: CalendarDay?
    /// The longest term that the rule gives.
    public var term: Period?
    /// How far from the day of payment the rule lets the end be.
    public var cap: Period?
    /// Whether the person says that dates and amounts can be right.
    public var trusts = false

    /// What is known of a renewal.
    public init(receivedOn: CalendarDay, currency: Currency? = nil) {
      self.receivedOn = receivedOn
      self.currency = currency
    }
  }

  /// Judges a text.
  public init(_ reading: StatementReading, _ expected: Expectation) {
    end = expected.end(in: reading.statements)
    answer = Self.answer(reading, expected, end)
  }

  private static func answer(
    _ reading: StatementReading, _ expected: Expectation, _ end: End
  ) -> Answer {
    guard reading.language != nil else { return .no(.unknownLanguage) }
    guard reading.tricks.isEmpty else { return .no(.tricks(reading.tricks)) }
    guard !reading.doubts.contains(.code) else { return .no(.code) }
    guard !reading.doubts.contains(.anotherNumber) else { return .no(.anotherNumber) }
    let statements = reading.statements
    let successes = statements.filter { $0.isSuccess }
    let declined = statements.first { if case .declined = $0.says { true } else { false } }
    guard let success = successes.first(where: { !expected.isEarlier($0) }) else {
      if let declined { return .no(.declined(declined)) }
      return successes.first.map { .no(.earlier($0)) } ?? withoutSuccess(statements, end, expected)
    }
    if let declined {
      // Of two things that came out differently, which was submitted? Of one, failure counts.
      let isOther = declined.about != success.about && declined.about != .unclear
      let isOfOld = successes.allSatisfy { expected.isBefore($0, expected.receivedOn) }
      return isOther && !isOfOld ? .ask(.succeeded) : .no(.declined(declined))
    }
    if let waiting = statements.first(where: { $0.isPending(of: success.about) }) {
      return .no(.pending(waiting))
    }
    // What works again until a day to come is no success for good.
    let works = successes.contains { if case .reactivated = $0.says { true } else { false } }
    let isBarred = statements.contains { statement in
      let isToCome = statement.day?.days.contains { $0 > expected.receivedOn } ?? false
      return statement.isBarredNow && (!works || isToCome)
    }
    guard reading.doubts.isEmpty, !isBarred, expected.concerns(success) else {
      return .ask(.succeeded)
    }
    guard expected.isPlausible(success) else { return .ask(.plausible) }
    if case .open(.plausible, _) = end { return .ask(.plausible) }
    return .yes(success)
  }

  // A balance may hold what was paid, and a later date may follow from it; nothing else without
  // success does.
  private static func withoutSuccess(
    _ statements: [Statement], _ end: End, _ expected: Expectation
  ) -> Answer {
    if let waiting = statements.first(where: { $0.isPending(of: .balance) }) {
      return .no(.pending(waiting))
    }
    let hasBalance = statements.contains { statement in
      if case .balance = statement.says { statement.about == .balance } else { false }
    }
    let isQuiet = statements.allSatisfy { $0.isStatus }
    let isLater =
      switch (end, expected.lastEnd) {
      case (.day(let day, let statement), let last?): statement.about == .number && day > last
      case (.day, nil), (.unsaid, _), (.ofOther, _), (.open, _): false
      }
    return (hasBalance || isLater) && isQuiet ? .ask(.succeeded) : .no(.noSuccess)
  }
}

extension RenewalProof {
  /// The question that has to be answered before the renewal can be taken for confirmed; nil where
  /// none is open.
  public var question: Question? {
    switch (answer, end) {
    case (.ask(let question), _): question
    case (.yes, .open(let question, _)): question
    case (.yes, .unsaid), (.yes, .day), (.yes, .ofOther), (.no, _): nil
    }
  }

  /// The day until which what was renewed lasts, where nothing about it is open.
  public var until: CalendarDay? {
    switch end {
    case .day(let day, _): day
    case .unsaid, .ofOther, .open: nil
    }
  }
}

extension RenewalProof.Expectation {
  fileprivate func isBefore(_ statement: Statement, _ day: CalendarDay) -> Bool {
    statement.day.map { $0.days.allSatisfy { $0 < day } } ?? false
  }

  fileprivate func isEarlier(_ statement: Statement) -> Bool {
    guard let submittedOn else { return false }
    // What has no day of its own was before the text came.
    return statement.day == nil ? receivedOn < submittedOn : isBefore(statement, submittedOn)
  }

  /// Whether a success can be that of what was submitted.
  fileprivate func concerns(_ statement: Statement) -> Bool {
    switch (subject, statement.about) {
    case (nil, _), (_, .unclear): true
    case (.number?, let about), (.balance?, let about): about == .number || about == .balance
    case (.pack?, let about), (.plan?, let about): about == .pack || about == .plan
    case (.bonus?, _), (.offer?, _), (.voucher?, _), (.bankCard?, _), (.unclear?, _): true
    }
  }

  fileprivate func isPlausible(_ success: Statement) -> Bool {
    if trusts { return true }
    if let day = success.day, day.days.allSatisfy({ $0 > receivedOn }) { return false }
    guard let amount = success.amount else { return true }
    return amount.amounts.contains { money in
      money.amount > 0 && (currency == nil || currency == money.currency)
    }
  }

  /// Whether something that was renewed can end on a day.
  func isPlausible(_ day: CalendarDay) -> Bool {
    if trusts { return true }
    if day < receivedOn { return false }
    if let lastEnd, day < lastEnd { return false }
    let farthest = receivedOn.adding(Period(5, .year)).map { day <= $0 } ?? true
    let inCap = cap.flatMap { receivedOn.adding($0)?.adding(Period(31, .day)) }.map { day <= $0 }
    // What was there before adds up; where nobody knows how much that was, to a year in all.
    let year = lastEnd == nil ? receivedOn.adding(Period(1, .year)) : nil
    let ofTerm = term.flatMap { max(receivedOn, lastEnd ?? receivedOn).adding($0) }
    let inTerm = ofTerm.flatMap { max($0, year ?? $0).adding(Period(31, .day)) }.map { day <= $0 }
    return farthest && inCap ?? true && inTerm ?? true
  }

  /// The end of what was to be renewed, as far as the statements tell it.
  fileprivate func end(in statements: [Statement]) -> RenewalProof.End {
    let ends = statements.compactMap { statement in
      if case .expires(.day(let reading)) = statement.says, mayBeEnd(statement.about) {
        (statement, reading)
      } else {
        nil
      }
    }
    guard !ends.isEmpty else { return .unsaid }
    let all = Set(ends.flatMap(\.1.days)).sorted()
    // The number's own date goes before that of its money, whose end says nothing of the number's.
    let chosen = ends.first { $0.0.about == subject ?? .number } ?? ends.first
    guard let (statement, reading) = chosen else { return .unsaid }
    let plausible = reading.days.filter(isPlausible)
    guard let day = plausible.first else { return .open(.plausible, reading.days) }
    guard plausible.count == 1 else { return .open(.dateOf, plausible) }
    let others = ends.filter { $0.1 != reading }
    if statement.about == subject ?? .number { return .day(day, statement) }
    guard statement.about != .unclear, others.allSatisfy({ $0.0.about != .unclear }) else {
      return .open(.dateOf, all)
    }
    let isBundle = statement.about == .pack || statement.about == .plan
    let isMeant = isBundle && subject.map { $0 == .pack || $0 == .plan } ?? others.isEmpty
    return isMeant ? .day(day, statement) : .ofOther(day, statement)
  }

  private func mayBeEnd(_ about: Statement.About) -> Bool {
    switch about {
    case .number, .pack, .balance, .plan, .unclear: true
    case .bonus, .offer, .voucher, .bankCard: false
    }
  }
}

extension Statement {
  /// Whether it says that something that can be renewed was.
  fileprivate var isSuccess: Bool {
    switch says {
    case .paid, .renewed, .reactivated:
      switch about {
      case .number, .pack, .balance, .plan, .unclear: true
      case .bonus, .offer, .voucher, .bankCard: false
      }
    case .declined, .pending, .expires, .balance, .dataLeft, .suspended, .barredForDebt,
      .cancelled, .refunded, .charged:
      false
    }
  }

  /// Whether it says what there is, and of nothing that went wrong or is to come.
  fileprivate var isStatus: Bool {
    switch says {
    case .balance, .dataLeft, .expires, .paid, .renewed, .reactivated: true
    case .pending: about == .plan || about == .pack
    case .declined, .suspended, .barredForDebt, .cancelled, .refunded, .charged: false
    }
  }

  /// Whether what succeeded by another statement is still to come by this one. The next fee of a pack
  /// or plan is always to come.
  fileprivate func isPending(of about: About) -> Bool {
    if case .pending = says { self.about == .balance && about == .balance } else { false }
  }

  fileprivate var isBarredNow: Bool {
    switch says {
    case .suspended, .barredForDebt, .cancelled: true
    case .paid, .renewed, .declined, .pending, .expires, .balance, .dataLeft, .reactivated,
      .refunded, .charged:
      false
    }
  }

  /// The day on which it was done, or will be.
  public var day: DayReading? {
    switch says {
    case .paid(let deed), .renewed(let deed), .declined(let deed), .pending(let deed),
      .refunded(let deed), .charged(let deed):
      deed.day
    case .balance(_, let day), .suspended(let day), .barredForDebt(let day),
      .reactivated(let day), .cancelled(let day):
      day
    case .expires(.day(let day)): day
    case .expires, .dataLeft: nil
    }
  }

  /// The money it speaks of.
  public var amount: AmountReading? {
    switch says {
    case .paid(let deed), .renewed(let deed), .declined(let deed), .pending(let deed),
      .refunded(let deed), .charged(let deed):
      deed.amount
    case .balance(let amount, _): amount
    case .expires, .dataLeft, .suspended, .barredForDebt, .reactivated, .cancelled: nil
    }
  }
}
