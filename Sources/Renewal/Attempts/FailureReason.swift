/// Why a renewal failed.
public enum FailureReason: String, Vocabulary {
  /// The bank or the payment service refused.
  case paymentDeclined
  /// There was not enough balance for what was bought.
  case insufficientBalance
  /// It was less than what counts.
  case belowMinimumAmount
  /// The payment or the voucher is of another country.
  case wrongRegion
  /// The account at the carrier is locked.
  case accountLocked
  /// The line is barred, and only the carrier can lift that.
  case barredNeedsContact
  /// The connection broke; whether money was taken is not known.
  case networkError

  /// What to do, in order. After a broken connection that begins with asking, so that nobody pays
  /// twice.
  public func next(clock: Clock.ID? = nil) -> [NextStep] {
    let codes: [NextStep.Code] =
      switch self {
      case .paymentDeclined: [.payOtherwise, .tryAgain]
      case .insufficientBalance: [.topUp, .tryAgain]
      case .belowMinimumAmount: [.topUp]
      case .wrongRegion: [.useHomeMarket, .payOtherwise]
      case .accountLocked, .barredNeedsContact: [.contactCarrier]
      case .networkError: [.askCarrier, .tryAgain]
      }
    return codes.map { NextStep($0, clock: clock) }
  }
}
