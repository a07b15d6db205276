extension Statement: Encodable {
  /// The stable word for what a statement says.
  package enum Code: String, Vocabulary {
    /// See ``Statement/Says``.
    case paid, renewed, declined, pending, expires, balance, dataLeft, suspended, reactivated
    case cancelled, refunded, charged, barredForDebt
  }

  /// The stable word for what it says.
  package var code: Code {
    switch says {
    case .paid: .paid
    case .renewed: .renewed
    case .declined: .declined
    case .pending: .pending
    case .expires: .expires
    case .balance: .balance
    case .dataLeft: .dataLeft
    case .suspended: .suspended
    case .barredForDebt: .barredForDebt
    case .reactivated: .reactivated
    case .cancelled: .cancelled
    case .refunded: .refunded
    case .charged: .charged
    }
  }

  private enum CodingKeys: String, CodingKey {
    case about, says, words, amounts, days, term, volume
  }

  /// Writes what it says of what, with every reading of its amount and its day.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(about, forKey: .about)
    try container.encode(code, forKey: .says)
    try container.encode(words, forKey: .words)
    try container.encodeIfPresent(amount?.amounts, forKey: .amounts)
    try container.encodeIfPresent(day?.days, forKey: .days)
    switch says {
    case .expires(.term(let term)): try container.encode(term, forKey: .term)
    case .dataLeft(let volume): try container.encode(volume, forKey: .volume)
    case .paid, .renewed, .declined, .pending, .expires, .balance, .suspended, .reactivated,
      .barredForDebt, .cancelled, .refunded, .charged:
      break
    }
  }
}

extension RenewalProof.Objection {
  /// The stable word for an objection.
  package enum Code: String, Vocabulary {
    /// See ``RenewalProof/Objection``.
    case unknownLanguage, tricks, code, anotherNumber, declined, pending, earlier, noSuccess
  }

  /// The stable word for it.
  package var code: Code {
    switch self {
    case .unknownLanguage: .unknownLanguage
    case .tricks: .tricks
    case .code: .code
    case .anotherNumber: .anotherNumber
    case .declined: .declined
    case .pending: .pending
    case .earlier: .earlier
    case .noSuccess: .noSuccess
    }
  }
}
