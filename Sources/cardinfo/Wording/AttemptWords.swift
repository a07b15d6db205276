import Renewal
import Words

extension RenewalAttempt.Phase {
  var words: Words {
    switch self {
    case .planned: Words("planned")
    case .submitted: Words("submitted")
    case .confirmed: Words("confirmed")
    case .failed: Words("failed")
    case .unconfirmed: Words("unconfirmed")
    }
  }
}

extension Confirmation {
  var words: Words {
    switch self {
    case .carrierNotice: Words("the carrier's new date")
    case .balanceRose: Words("the higher balance")
    case .registration: Words("the new registration")
    case .person: Words("your word")
    }
  }
}

extension FailureReason {
  /// Why it failed, as a sentence.
  var words: Words {
    switch self {
    case .paymentDeclined: Words("the bank or the payment service refused the payment")
    case .insufficientBalance: Words("there was not enough balance for what was bought")
    case .belowMinimumAmount: Words("it was less than what counts")
    case .wrongRegion: Words("the payment or voucher belongs to another country or region")
    case .accountLocked: Words("the account at the carrier is locked")
    case .barredNeedsContact: Words("the line is barred, and only the carrier can lift that")
    case .networkError: Words("the connection broke; whether money was taken is not known")
    }
  }
}

extension RenewalConclusion.Reason {
  var words: Words {
    let day = day?.description ?? "?"
    let amount = amount?.text ?? "?"
    return switch code {
    case .newDate: Words("the carrier gives a later date: \(day)")
    case .sameDate: Words("the carrier gives the date of before: \(day)")
    case .earlierDate: Words("the carrier gives an earlier date: \(day)")
    case .noDateToCompare: Words("the carrier gives \(day); the date before is not known")
    case .ambiguousDate: Words("the carrier's date can be read in two ways")
    case .balanceRose: Words("the balance rose by \(amount)")
    case .balanceRoseByLess: Words("that is less than was paid")
    case .balanceSame: Words("the balance did not rise")
    case .balancesDiffer: Words("the two balances are of different currencies")
    case .registeredAgain: Words("a network accepts it again")
    case .registeredAsBefore: Words("a network accepted it, as before")
    case .stillRefused: Words("a network still refuses it")
    case .cardNotReadAgain: Words("the card was not read since it was submitted")
    case .personSaysYes: Words("you say that it took effect")
    case .personSaysNo: Words("you say that it did not take effect")
    }
  }
}

extension RenewalAttempt.Channel {
  /// How it is paid; a way of a newer version as it is written.
  var words: Words {
    switch self {
    case .weChatPay: Words("WeChat Pay")
    case .alipay: Words("Alipay")
    case .bankCard: Words("bank card")
    case .shop: Words("shop")
    case .kiosk: Words("kiosk")
    case .carrierApp: Words("the carrier's app")
    default: Words(verbatim: rawValue)
    }
  }
}

extension AttemptError {
  /// What is wrong, in a sentence.
  var words: Words {
    tooEarly
      ? Words("a renewal can't be \(to.words) before it was \(from.words)")
      : Words("a renewal that is \(from.words) can't become \(to.words)")
  }
}
