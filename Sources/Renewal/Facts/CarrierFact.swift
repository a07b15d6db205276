/// What a statement of the carrier's comes to in the record of a line.
///
/// Facts are kept whether or not a renewal is under way. What is not certain is not kept before it is:
/// the question that is open is named, and ``settled(_:)`` answers it.
public struct CarrierFact: Equatable, Sendable {
  /// What the carrier says, as far as it is settled.
  public private(set) var statement: Statement
  /// What it comes to.
  public private(set) var outcome: Outcome
  private let frame: FactFrame
  private var accepted: Set<Question.Code> = []

  /// What a statement comes to.
  public enum Outcome: Equatable, Sendable {
    /// It makes an event.
    case entry(Entry)
    /// It makes one once a question is answered.
    case open(Question)
    /// It makes none.
    case nothing(Omission)
  }

  /// What has to be known before something is kept.
  public enum Question: Equatable, Sendable {
    /// Of which of these is it said?
    case about([Statement.About])
    /// Which of these days is meant?
    case day([CalendarDay])
    /// Which of these amounts is meant?
    case amount([Money])
    /// Can it be right?
    case plausible
    /// Is it this line's?
    case whose
    /// Did it happen? The text speaks of success, and of something that speaks against it.
    case happened
    /// Has the line ended for good?
    case forGood
    /// The carrier said the same of this day: did it happen again?
    case again(CalendarDay)
  }

  /// Why nothing is kept.
  public enum Omission: String, Vocabulary {
    /// It is told already.
    case recorded
    /// It has not happened yet.
    case toCome
    /// It is of an offer, a voucher, a bonus, a bank card: none of them is the line's.
    case notTheLine
    /// It gives neither amount nor day that could be kept.
    case nothingToKeep
    /// Something that the person gave stands in its place.
    case given
  }

  /// Answers the question that is open.
  public enum Answer: Equatable, Sendable {
    /// What it is said of.
    case about(Statement.About)
    /// The day.
    case day(CalendarDay)
    /// The amount.
    case amount(Money)
    /// Yes: it can be right, is the line's, happened again.
    case yes
  }

  /// A statement, for the record of a line.
  ///
  /// - Parameters:
  ///   - statement: what the carrier says.
  ///   - frame: what is known of the line.
  public init(_ statement: Statement, in frame: FactFrame) {
    self.statement = statement
    self.frame = frame
    outcome = .nothing(.nothingToKeep)
    outcome = weighed
  }

  /// The facts of a text, in its order; none where the text may not be what it looks like.
  public static func all(in reading: StatementReading, _ frame: FactFrame) -> [CarrierFact] {
    guard reading.tricks.isEmpty else { return [] }
    var frame = frame
    let foreign: Set<StatementReading.Doubt> = [.thirdParty, .anotherNumber]
    frame.mayBeAnothers = !reading.doubts.isDisjoint(with: foreign)
    frame.hasDoubts = !reading.doubts.isEmpty
    frame.contradicted = Set(reading.statements.filter(\.speaksAgainstSuccess).map(\.about))
    frame.packTerm =
      reading.statements.lazy.compactMap { statement in
        if case .expires(.term(let term)) = statement.says, statement.isOfBundle {
          term
        } else {
          nil
        }
      }.first
    frame.packEnd =
      reading.statements.lazy.compactMap { statement in
        if case .expires(.day(let day)) = statement.says, statement.isOfBundle {
          day.only
        } else {
          nil
        }
      }.first
    let facts = reading.statements.map { CarrierFact($0, in: frame) }
    // A text with something in it that can't be is not believed in the rest either.
    guard !frame.hasDoubts, facts.contains(where: { $0.outcome == .open(.plausible) }) else {
      return facts
    }
    frame.hasDoubts = true
    return reading.statements.map { CarrierFact($0, in: frame) }
  }

  /// The fact with its open question answered. An answer to another question changes nothing.
  public func settled(_ answer: Answer) -> CarrierFact {
    guard case .open(let question) = outcome else { return self }
    var fact = self
    switch (question, answer) {
    case (.about, .about(let about)):
      fact.statement = Statement(about, statement.says, words: statement.words)
    case (.day, .day(let day)): fact.statement = statement.with(DayReading([day]))
    case (.amount, .amount(let money)): fact.statement = statement.with(AmountReading([money]))
    case (.plausible, .yes), (.whose, .yes), (.happened, .yes), (.forGood, .yes), (.again, .yes):
      fact.accepted.insert(question.code)
    case (.about, _), (.day, _), (.amount, _), (.plausible, _), (.whose, _), (.happened, _),
      (.forGood, _), (.again, _):
      return self
    }
    fact.outcome = fact.weighed
    return fact
  }

  /// The fact with what the person gave in its place.
  public var replaced: CarrierFact {
    var fact = self
    fact.outcome = .nothing(.given)
    return fact
  }
}

extension StatementReading {
  /// The text as far as questions on it were answered: what the person gave is said in place of what
  /// it replaces.
  public func settled(by facts: [CarrierFact]) -> StatementReading {
    guard !facts.isEmpty else { return self }
    var settled = self
    settled.statements = facts.compactMap { fact in
      if case .nothing(.given) = fact.outcome { nil } else { fact.statement }
    }
    return settled
  }
}

extension CarrierFact.Question {
  /// Its stable word.
  package enum Code: String, Vocabulary {
    case about, day, amount, plausible, whose, happened, forGood, again
  }

  /// Its stable word.
  package var code: Code {
    switch self {
    case .about: .about
    case .day: .day
    case .amount: .amount
    case .plausible: .plausible
    case .whose: .whose
    case .happened: .happened
    case .forGood: .forGood
    case .again: .again
    }
  }
}

extension CarrierFact {
  // The questions in the order in which they are asked: each is open only where those before are not.
  private var weighed: Outcome {
    let entry: Entry
    switch written {
    case .entry(let found): entry = found
    case .open, .nothing: return written
    }
    if frame.mayBeAnothers, !accepted.contains(.whose) { return .open(.whose) }
    if frame.isDoubtful(statement), !accepted.contains(.happened) { return .open(.happened) }
    if !accepted.contains(.plausible), !frame.isPlausible(entry, statement) {
      return .open(.plausible)
    }
    if entry.kind == .cancel, !accepted.contains(.forGood) { return .open(.forGood) }
    switch frame.precedent(of: entry) {
    case .same: return .nothing(.recorded)
    case .alike(let day): return accepted.contains(.again) ? .entry(entry) : .open(.again(day))
    case .none: return .entry(entry)
    }
  }

  private var written: Outcome {
    switch statement.about {
    case .offer, .voucher, .bonus, .bankCard: return .nothing(.notTheLine)
    case .number, .balance, .pack, .plan, .unclear: break
    }
    if case .pending = statement.says { return .nothing(.toCome) }
    guard let draft = frame.entry(for: statement) else { return .nothing(.nothingToKeep) }
    if statement.about == .unclear, let choices = statement.says.choices {
      return .open(.about(choices))
    }
    if let amount = statement.amount, amount.only == nil { return .open(.amount(amount.amounts)) }
    if let day = statement.day, day.only == nil { return .open(.day(day.days)) }
    return .entry(draft)
  }
}

extension Statement.Says {
  /// What it can be said of, where the words don't tell and the record has to know.
  fileprivate var choices: [Statement.About]? {
    switch self {
    case .expires: [.number, .pack, .balance]
    case .paid: [.balance, .pack]
    case .renewed: [.number, .pack]
    case .balance: [.balance, .bonus]
    case .charged, .refunded: [.balance, .bankCard]
    case .cancelled, .suspended, .barredForDebt: [.number, .pack]
    case .declined, .pending, .dataLeft, .reactivated: nil
    }
  }
}

extension Statement {
  /// Whether what it is about failed, or is still to come, so that its success is in doubt.
  fileprivate var speaksAgainstSuccess: Bool {
    switch says {
    case .declined: true
    case .pending: about == .balance
    case .paid, .renewed, .expires, .balance, .dataLeft, .suspended, .barredForDebt,
      .reactivated, .cancelled, .refunded, .charged:
      false
    }
  }

  fileprivate func with(_ day: DayReading?) -> Statement {
    guard let day else { return self }
    func dated(_ deed: Deed) -> Deed { Deed(amount: deed.amount, day: day) }
    let said: Says =
      switch says {
      case .paid(let deed): .paid(dated(deed))
      case .renewed(let deed): .renewed(dated(deed))
      case .declined(let deed): .declined(dated(deed))
      case .pending(let deed): .pending(dated(deed))
      case .refunded(let deed): .refunded(dated(deed))
      case .charged(let deed): .charged(dated(deed))
      case .expires: .expires(.day(day))
      case .balance(let amount, _): .balance(amount, on: day)
      case .dataLeft: says
      case .suspended: .suspended(day)
      case .barredForDebt: .barredForDebt(day)
      case .reactivated: .reactivated(day)
      case .cancelled: .cancelled(day)
      }
    return Statement(about, said, words: words)
  }

  fileprivate func with(_ amount: AmountReading?) -> Statement {
    guard let amount else { return self }
    func paid(_ deed: Deed) -> Deed { Deed(amount: amount, day: deed.day) }
    let said: Says =
      switch says {
      case .paid(let deed): .paid(paid(deed))
      case .renewed(let deed): .renewed(paid(deed))
      case .declined(let deed): .declined(paid(deed))
      case .pending(let deed): .pending(paid(deed))
      case .refunded(let deed): .refunded(paid(deed))
      case .charged(let deed): .charged(paid(deed))
      case .balance(_, let day): .balance(amount, on: day)
      case .expires, .dataLeft, .suspended, .barredForDebt, .reactivated, .cancelled: says
      }
    return Statement(about, said, words: words)
  }
}
