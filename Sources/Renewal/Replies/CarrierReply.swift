import FoundationEssentials

/// What a carrier's text says about money and dates: a pasted SMS, USSD answer or page, in English
/// or Chinese.
///
/// The text is untrusted: it is searched for amounts and dates and used for nothing else. What can
/// be read in two ways is given in both.
public struct CarrierReply: Codable, Equatable, Sendable {
  /// The dates in it, in their order.
  public var dates: [Date]
  /// The amounts in it, in their order.
  public var amounts: [Amount]

  /// Texts beyond this many characters are cut: no carrier writes them.
  public static let mostCharacters = 4_000

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: what the carrier wrote.
  ///   - dateOrder: how it writes dates of three numbers, where that is known.
  ///   - currency: what `$` or `¥` alone means, where that is known.
  public init(_ text: String, dateOrder: DateOrder? = nil, currency: Currency? = nil) {
    let tokens = ReplyToken.tokens(of: text.prefix(Self.mostCharacters))
    var reader = ReplyReader(tokens: tokens, dateOrder: dateOrder, currency: currency)
    reader.read()
    dates = reader.dates
    amounts = reader.amounts
  }

  /// The day until which something is valid, if exactly one day can be meant.
  public var validUntil: CalendarDay? {
    let candidates = dates.filter { $0.role == .validUntil }
    let days = Set(candidates.map(\.days))
    return days.count == 1 && days.first?.count == 1 ? days.first?.first : nil
  }

  /// The balance, if exactly one amount of a known currency can be meant.
  public var balance: Money? {
    let candidates = Set(amounts.filter { $0.role == .balance }.map(\.readings))
    return candidates.count == 1 && candidates.first?.count == 1 ? candidates.first?.first : nil
  }

  /// A date in a text.
  public struct Date: Codable, Equatable, Sendable {
    /// The words it stands in.
    public var text: String
    /// The days it can mean: one, or several where the order of its numbers is not known. None
    /// where it has no year.
    public var days: [CalendarDay]
    /// What it is the date of.
    public var role: Role

    /// What a date is the date of.
    public enum Role: String, Vocabulary {
      /// The last day of something.
      case validUntil
      /// Something that the words around it do not tell.
      case other
    }
  }

  /// An amount in a text.
  public struct Amount: Codable, Equatable, Sendable {
    /// The words it stands in.
    public var text: String
    /// What it can mean: one amount, or several where the currency or the decimal point is not
    /// clear. None where nothing is known of the currency.
    public var readings: [Money]
    /// What it is the amount of.
    public var role: Role

    /// What an amount is the amount of.
    public enum Role: String, Vocabulary {
      /// The money left.
      case balance
      /// Something that the words around it do not tell.
      case other
    }
  }
}

/// In which order a text writes the numbers of a date. Nobody can tell 03/04/2026 without it.
public enum DateOrder: String, Vocabulary {
  /// 31/12/2026, as in Europe.
  case dayMonthYear
  /// 12/31/2026, as in the United States.
  case monthDayYear
  /// 26/12/31, as in China and Japan. Years of four digits in front need no order.
  case yearMonthDay
}
