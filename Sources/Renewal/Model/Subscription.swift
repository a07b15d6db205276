public import Words

/// What a line's plan costs, and how it goes on: a fee for each period, and where it is taken from.
public struct Subscription: Codable, Hashable, Sendable {
  /// What a period costs.
  public var fee: Money
  /// How long a period is.
  public var period: Period
  /// What carries it on.
  public var renewal: Renewal

  /// A plan of a fee for each period.
  public init(fee: Money, every period: Period, _ renewal: Renewal) {
    self.fee = fee
    self.period = period
    self.renewal = renewal
  }

  /// What carries a plan on into its next period.
  public enum Renewal: String, Vocabulary {
    /// The carrier takes the fee from the line's balance.
    case balance
    /// The carrier takes the fee from a bank card or account.
    case card
    /// Nothing: its owner pays for each period.
    case none
  }
}

extension Subscription.Renewal {
  /// Where the fee comes from, in words.
  public var words: Words {
    switch self {
    case .balance: Words("from the balance")
    case .card: Words("from a bank card")
    case .none: Words("not by itself")
    }
  }
}
