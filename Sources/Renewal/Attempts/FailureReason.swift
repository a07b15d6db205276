public import Words

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
  /// The server of the new profile refuses the activation code, or has no profile for this card.
  case codeRefused
  /// The activation code of the new profile is used up, and this download has put none on the card.
  case codeUsedUp
  /// The card did not install the new profile.
  case notInstalled

  /// What to do, in order. After a broken connection that begins with asking, so that nobody pays
  /// twice.
  public func next(clock: Clock.ID? = nil) -> [NextStep] {
    let actions: [NextStep.Action] =
      switch self {
      case .paymentDeclined: [.payOtherwise, .tryAgain]
      case .insufficientBalance: [.topUp(), .tryAgain]
      case .belowMinimumAmount: [.topUp()]
      case .wrongRegion: [.useHomeMarket, .payOtherwise]
      case .accountLocked, .barredNeedsContact: [.contactCarrier]
      case .networkError: [.askCarrier, .tryAgain]
      case .codeRefused, .codeUsedUp, .notInstalled: [.contactCarrier, .tryAgain]
      }
    return actions.map { NextStep($0, clock: clock) }
  }
}

extension FailureReason {
  /// Whether it is why a new profile could not be downloaded, and not why a payment failed.
  package var isOfDownload: Bool {
    switch self {
    case .codeRefused, .codeUsedUp, .notInstalled: true
    case .paymentDeclined, .insufficientBalance, .belowMinimumAmount, .wrongRegion,
      .accountLocked, .barredNeedsContact, .networkError:
      false
    }
  }

  /// Why it failed, as a sentence.
  public var words: Words {
    switch self {
    case .paymentDeclined: Words("the bank or the payment service refused the payment")
    case .insufficientBalance: Words("there was not enough balance for what was bought")
    case .belowMinimumAmount: Words("it was less than what counts")
    case .wrongRegion: Words("the payment or voucher belongs to another country or region")
    case .accountLocked: Words("the account at the carrier is locked")
    case .barredNeedsContact: Words("the line is barred, and only the carrier can lift that")
    case .networkError: Words("the connection broke; whether money was taken is not known")
    case .codeRefused:
      Words("the server refuses the activation code, or has no profile for this card")
    case .codeUsedUp: Words("the activation code is used up, and no profile was put on the card")
    case .notInstalled: Words("the card did not install the new profile")
    }
  }
}
