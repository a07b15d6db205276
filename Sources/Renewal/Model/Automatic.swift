import FoundationEssentials

/// How a clock goes on by itself at its end.
///
/// In JSON it is the word `none` or `renew`, or `{"debit": {…}, "period": {…}}`.
public enum Automatic: Hashable, Sendable {
  /// Not at all.
  case none
  /// It renews for another period, whoever pays.
  case renew
  /// The carrier takes an amount from the balance for a period, as long as there is enough.
  case debit(Money, Period)
}

extension Automatic: Codable {
  private enum Word: String, Vocabulary { case none, renew }
  private enum CodingKeys: String, CodingKey, CaseIterable { case debit, period }

  /// Reads a word or a debit.
  public init(from decoder: any Decoder) throws {
    if (try? decoder.singleValueContainer().decode(String.self)) != nil {
      switch try Word(from: decoder) {
      case .none: self = .none
      case .renew: self = .renew
      }
    } else {
      let container = try decoder.members(CodingKeys.self)
      let amount = try container.decode(Money.self, forKey: .debit)
      guard amount.amount > 0 else {
        throw DecodingError.dataCorruptedError(
          forKey: .debit, in: container, debugDescription: "a debit takes more than nothing")
      }
      self = .debit(amount, try container.decode(Period.self, forKey: .period))
    }
  }

  /// Writes a word or a debit.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .none: try Word.none.encode(to: encoder)
    case .renew: try Word.renew.encode(to: encoder)
    case .debit(let amount, let period):
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(amount, forKey: .debit)
      try container.encode(period, forKey: .period)
    }
  }
}
