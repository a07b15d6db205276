/// One thing that a carrier's text says: of what, what, and in which words.
public struct Statement: Hashable, Sendable {
  /// What it is about.
  public let about: About
  /// What it says of that.
  public let says: Says
  /// The words it was read from, as they stand in the text.
  public let words: String

  /// A statement.
  public init(_ about: About, _ says: Says, words: String) {
    self.about = about
    self.says = says
    self.words = words
  }

  /// Whether it is of a pack or a plan, which the words often don't tell apart.
  var isOfBundle: Bool { about == .pack || about == .plan }

  /// What a statement is about.
  public enum About: String, Vocabulary {
    /// The number, and with it the line.
    case number
    /// Something bought for a term: a bundle of data, calls, texts.
    case pack
    /// The money on the line's account.
    case balance
    /// Money or data that was given away, which ends on a day of its own.
    case bonus
    /// What an advert promises.
    case offer
    /// A code that pays something in.
    case voucher
    /// The card that a payment is taken from.
    case bankCard
    /// The tariff that goes on by itself.
    case plan
    /// The words don't tell.
    case unclear
  }

  /// What is said of it. A payload that the words don't give is absent.
  public enum Says: Hashable, Sendable {
    /// It was paid, paid in, bought.
    case paid(Deed)
    /// It goes on for another term.
    case renewed(Deed)
    /// Paying or renewing it failed.
    case declined(Deed)
    /// It is announced, and has not happened yet.
    case pending(Deed)
    /// It ends, or ended.
    case expires(Ending)
    /// So much is left of it.
    case balance(AmountReading, on: DayReading?)
    /// So much data is left.
    case dataLeft(DataVolume)
    /// It is barred, or will be on a day.
    case suspended(DayReading?)
    /// It is barred since money is owed, or will be on a day.
    case barredForDebt(DayReading?)
    /// It works again.
    case reactivated(DayReading?)
    /// It was ended for good, or will be on a day.
    case cancelled(DayReading?)
    /// Money came back.
    case refunded(Deed)
    /// Money was taken for it.
    case charged(Deed)
  }

  /// Something that was done, or failed, with the money and the day of it.
  public struct Deed: Hashable, Sendable {
    /// How much.
    public var amount: AmountReading?
    /// On which day.
    public var day: DayReading?

    /// A deed.
    public init(amount: AmountReading? = nil, day: DayReading? = nil) {
      self.amount = amount
      self.day = day
    }
  }

  /// When something ends.
  public enum Ending: Hashable, Sendable {
    /// On a day.
    case day(DayReading)
    /// After a term, from a day that the words don't give.
    case term(Period)
    /// It ended, or ends; the words don't say when.
    case unsaid
  }
}

/// The days that a date in a text can mean: one, or several where the order of its numbers or its
/// calendar is not known. Never none.
public struct DayReading: Hashable, Sendable {
  /// The days, the earliest first.
  public let days: [CalendarDay]

  /// Readings of a date, if there is one.
  public init?(_ days: some Sequence<CalendarDay>) {
    self.days = Set(days).sorted()
    if self.days.isEmpty { return nil }
  }

  /// The day, if only one can be meant.
  public var only: CalendarDay? { days.count == 1 ? days.first : nil }
}

/// The amounts that figures in a text can mean: one, or one for each currency of a sign such as `$`.
/// Never none.
public struct AmountReading: Hashable, Sendable {
  /// The amounts, in the order of the currencies' codes.
  public let amounts: [Money]

  /// Readings of an amount, if there is one.
  public init?(_ amounts: some Sequence<Money>) {
    self.amounts = Set(amounts).sorted { $0.currency.rawValue < $1.currency.rawValue }
    if self.amounts.isEmpty { return nil }
  }

  /// The amount, if only one can be meant.
  public var only: Money? { amounts.count == 1 ? amounts.first : nil }
}
