public import Words

/// Whether a renewal took effect, and why that can be said.
public struct RenewalVerdict: Equatable, Sendable {
  /// Whether it took effect.
  public let outcome: Outcome
  /// What has to be answered before it can be said, where the carrier's text leaves it open.
  public let question: RenewalProof.Question?
  /// All that speaks for or against it, in the order in which it weighs.
  public let reasons: [Reason]
  /// What to do.
  public let next: [NextStep]

  /// Whether a renewal took effect.
  public enum Outcome: Equatable, Sendable {
    /// It did, as the first thing says that confirms it; with the last day that the carrier gave.
    case tookEffect(by: Confirmation, newDate: CalendarDay?)
    /// It did not.
    case failed
    /// Nothing tells.
    case unknown
  }

  /// One thing that speaks for or against a renewal, or says nothing.
  public enum Reason: Equatable, Sendable {
    /// For: the carrier says that it succeeded.
    case carrierSaysSo(Statement)
    /// Against: the carrier says that it failed.
    case declined(Statement)
    /// The carrier's text proves nothing.
    case provesNothing(RenewalProof.Objection)
    /// The carrier's text leaves a question open.
    case open(RenewalProof.Question)
    /// The carrier gives this day, later than before.
    case newDate(CalendarDay)
    /// The carrier gives this day, as before.
    case sameDate(CalendarDay)
    /// The carrier gives this day, earlier than before.
    case earlierDate(CalendarDay)
    /// The carrier gives this day, and the day before is not known.
    case noDateToCompare(CalendarDay)
    /// The carrier gives a day of something else than what was renewed.
    case otherDate(CalendarDay, Statement.About)
    /// For: the balance rose by this.
    case balanceRose(Money)
    /// The balance rose by this, less than was paid.
    case balanceRoseByLess(Money)
    /// The balance did not rise: the difference.
    case balanceSame(Money)
    /// The balances are of two currencies.
    case balancesDiffer
    /// For: the line registered after it was suspended or refused.
    case registeredAgain
    /// It registered, and was not suspended before.
    case registeredAsBefore
    /// Against: a network still refuses the line.
    case stillRefused
    /// The card was not read again since.
    case cardNotReadAgain
    /// The card was read again, and shows nothing that tells.
    case cardTellsNothing
    /// Nothing that the carrier wrote since is known.
    case nothingHeard
    /// For: the person says that it took effect.
    case personSaysYes
    /// Against: the person says that it did not.
    case personSaysNo
  }
}

extension RenewalVerdict {
  /// That a payment took effect by what was recorded of it before.
  package init(tookEffectBy confirmation: Confirmation, as event: Event) {
    outcome = .tookEffect(by: confirmation, newDate: nil)
    question = nil
    let deed = Statement.Deed(
      amount: event.amount.flatMap { AmountReading([$0]) },
      day: event.on.day.flatMap { DayReading([$0]) })
    reasons =
      event.words.map {
        [.carrierSaysSo(Statement(event.kind == .pack ? .pack : .balance, .paid(deed), words: $0))]
      } ?? []
    next = []
  }
}

extension Occurrence {
  /// The day, where it is no more than that.
  fileprivate var day: CalendarDay? { if case .day(let day) = self { day } else { nil } }
}

extension RenewalVerdict.Outcome {
  /// Whether it took effect, as a sentence.
  public var sentence: Words {
    switch self {
    case .tookEffect(let by, _): Words("the renewal took effect, by \(by.words)")
    case .failed: Words("the renewal did not take effect")
    case .unknown: Words("whether the renewal took effect is not known yet")
    }
  }
}

extension RenewalVerdict.Reason {
  enum Bearing { case `for`, against, neither }

  /// Whether it speaks for the renewal, or against it.
  var bearing: Bearing {
    switch self {
    case .carrierSaysSo, .balanceRose, .registeredAgain, .personSaysYes: .for
    case .declined, .stillRefused, .personSaysNo: .against
    case .provesNothing, .open, .newDate, .sameDate, .earlierDate, .noDateToCompare, .otherDate,
      .balanceRoseByLess, .balanceSame, .balancesDiffer, .registeredAsBefore, .cardNotReadAgain,
      .cardTellsNothing, .nothingHeard:
      .neither
    }
  }

  /// What speaks for or against the renewal, as a sentence.
  public var sentence: Words {
    switch self {
    case .carrierSaysSo(let statement): Words("the carrier says so: \(statement.sentence)")
    case .declined(let statement): RenewalProof.Objection.declined(statement).sentence
    case .provesNothing(let objection): objection.sentence
    case .open(let question): Words("the carrier's text leaves open: \(question.sentence)")
    case .newDate(let day): Words("the carrier gives a later date: \(day)")
    case .sameDate(let day): Words("the carrier gives the date of before: \(day)")
    case .earlierDate(let day): Words("the carrier gives an earlier date: \(day)")
    case .noDateToCompare(let day):
      Words("the carrier gives \(day); the date before is not known")
    case .otherDate(let day, let about): Words("the carrier gives \(day) for \(about.words)")
    case .balanceRose(let rise): Words("the balance rose by \(rise.text)")
    case .balanceRoseByLess: Words("that is less than was paid")
    case .balanceSame: Words("the balance did not rise")
    case .balancesDiffer: Words("the two balances are of different currencies")
    case .registeredAgain: Words("a network accepts it again")
    case .registeredAsBefore: Words("a network accepted it, as before")
    case .stillRefused: Words("a network still refuses it")
    case .cardNotReadAgain: Words("the card was not read since it was submitted")
    case .cardTellsNothing:
      Words("the card was read again, and shows nothing that would prove it")
    case .nothingHeard: Words("nothing that the carrier wrote since is written down")
    case .personSaysYes: Words("you say that it took effect")
    case .personSaysNo: Words("you say that it did not take effect")
    }
  }
}

extension RenewalVerdict: Encodable {
  private enum CodingKeys: String, CodingKey {
    case tookEffect, by, newDate, question, reasons, next
  }

  /// Writes the verdict; whether it took effect is left out where nothing tells.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch outcome {
    case .tookEffect(let by, let newDate):
      try container.encode(true, forKey: .tookEffect)
      try container.encode(by, forKey: .by)
      try container.encodeIfPresent(newDate, forKey: .newDate)
    case .failed: try container.encode(false, forKey: .tookEffect)
    case .unknown: break
    }
    try container.encodeIfPresent(question, forKey: .question)
    try container.encode(reasons, forKey: .reasons)
    try container.encode(next, forKey: .next)
  }
}

extension RenewalVerdict.Reason: Encodable {
  package enum Code: String, Vocabulary {
    case carrierSaysSo, declined, provesNothing, open
    case newDate, sameDate, earlierDate, noDateToCompare, otherDate, balanceRose
    case balanceRoseByLess, balanceSame, balancesDiffer, registeredAgain, registeredAsBefore
    case stillRefused, cardNotReadAgain, cardTellsNothing, nothingHeard, personSaysYes
    case personSaysNo
  }

  package var code: Code {
    switch self {
    case .carrierSaysSo: .carrierSaysSo
    case .declined: .declined
    case .provesNothing: .provesNothing
    case .open: .open
    case .newDate: .newDate
    case .sameDate: .sameDate
    case .earlierDate: .earlierDate
    case .noDateToCompare: .noDateToCompare
    case .otherDate: .otherDate
    case .balanceRose: .balanceRose
    case .balanceRoseByLess: .balanceRoseByLess
    case .balanceSame: .balanceSame
    case .balancesDiffer: .balancesDiffer
    case .registeredAgain: .registeredAgain
    case .registeredAsBefore: .registeredAsBefore
    case .stillRefused: .stillRefused
    case .cardNotReadAgain: .cardNotReadAgain
    case .cardTellsNothing: .cardTellsNothing
    case .nothingHeard: .nothingHeard
    case .personSaysYes: .personSaysYes
    case .personSaysNo: .personSaysNo
    }
  }

  private enum CodingKeys: String, CodingKey {
    case code, day, amount, statement, objection, question, about
  }

  /// Writes what it is and what it speaks of.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .code)
    switch self {
    case .carrierSaysSo(let statement), .declined(let statement):
      try container.encode(statement, forKey: .statement)
    case .provesNothing(let objection): try container.encode(objection.code, forKey: .objection)
    case .open(let question): try container.encode(question, forKey: .question)
    case .otherDate(let day, let about):
      try container.encode(day, forKey: .day)
      try container.encode(about, forKey: .about)
    case .newDate(let day), .sameDate(let day), .earlierDate(let day), .noDateToCompare(let day):
      try container.encode(day, forKey: .day)
    case .balanceRose(let rise), .balanceRoseByLess(let rise), .balanceSame(let rise):
      try container.encode(rise, forKey: .amount)
    case .balancesDiffer, .registeredAgain, .registeredAsBefore, .stillRefused, .cardNotReadAgain,
      .cardTellsNothing, .nothingHeard, .personSaysYes, .personSaysNo:
      break
    }
  }
}
