/// What a word or phrase of a language stands for in carriers' texts.
public enum Concept: String, Vocabulary {
  // What a statement can be about.
  case number, pack, plan, balance, bonus, voucher, bankCard, data, wallet
  /// Paying in, as a noun or a verb that doesn't say whether it worked.
  case topUp
  /// It worked, whatever it was.
  case done
  /// Paying in worked, in one phrase.
  case toppedUp
  /// The account grew, where it is the account that the words are of, and an amount stands by.
  case raised
  /// It didn't work.
  case failed
  /// It is under way.
  case pending
  /// What is to come for a plan or pack: its next fee or renewal.
  case nextRenewal
  /// It goes on for another term.
  case renewed
  /// A pack or plan was bought or begins.
  case activated
  /// Words of an end before or around a date: "valid until", "expires".
  case expires
  /// A bare "until", "by": an end where something else says of what.
  case until
  /// Words of an end behind a date: 前, "tarihine kadar".
  case before
  /// The number is lost, for those who do nothing.
  case lost
  /// It is barred.
  case suspended
  /// It was ended for good.
  case cancelled
  /// It works again.
  case reactivated
  /// Money came back.
  case refunded
  /// Money was taken.
  case charged
  /// The name of a price or fee.
  case price
  /// Money went to somebody else.
  case sent
  /// So much is left.
  case left
  /// So much is used up.
  case used
  /// "Could": with a negation, a failure.
  case could
  /// Money is owed.
  case arrears
  /// Turns what follows into its contrary.
  case negation
  /// What looks like a negation, failure or condition and says nothing.
  case harmless
  /// Under a condition: "if", "unless".
  case condition
  /// Not yet: "will be".
  case future
  /// Words of an advert.
  case advert
  /// A code to be typed in; its text says nothing.
  case code
  /// Somebody between the line and its carrier, whose word is not the carrier's.
  case thirdParty
  /// A day, from the one on which the text came.
  case today, tomorrow, yesterday, monthEnd
  /// Units of a term.
  case hour, day, week, month, year
  /// "in" before a term: the day after it.
  case inTerm
  /// "later" behind a term: the day after it.
  case afterTerm
  /// Separates clauses: "but", "and".
  case joins
  /// Words that are frequent in the language, by which it is known.
  case common
}

/// Several concepts.
struct Concepts: OptionSet {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(_ concepts: Concept...) { self.init(concepts) }
  init(_ concepts: [Concept]) {
    rawValue = concepts.reduce(0) { $0 | Self.bits[$1, default: 0] }
  }

  private static let bits = Dictionary(
    uniqueKeysWithValues: zip(Concept.allCases, (0..<64).map { UInt64(1) << $0 }))

  func has(_ concept: Concept) -> Bool { !isDisjoint(with: Concepts(concept)) }
}
