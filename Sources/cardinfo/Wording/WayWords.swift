import Carriers
import Renewal
import Words

extension Way {
  /// What to do, as a request.
  var words: Words {
    switch self {
    case .call(let number, nil): Words("call \(number)")
    case .call(let number, let keys?): Words("call \(number), then press \(keys)")
    case .sms(let number, let text, let others) where others.isEmpty:
      Words("send the SMS \(Self.filled(text)) to \(number)")
    case .sms(let number, let text, let others):
      Words("send the SMS \(text) (or \(others.joined(separator: ", "))) to \(number)")
    case .ussd(let code): Words("dial \(Self.filled(code))")
    case .app(nil): Words("open the carrier's app")
    case .app(let url?): Words("open the carrier's app: \(url)")
    case .web(nil): Words("go to the carrier's site")
    case .web(let url?): Words("go to \(url)")
    case .shop(nil): Words("go to a shop of the carrier")
    case .shop(let url?): Words("go to a shop of the carrier: \(url)")
    case .kiosk(nil): Words("use a self-service machine")
    case .kiosk(let url?): Words("use a self-service machine: \(url)")
    case .voucher(nil): Words("buy a voucher")
    case .voucher(let url?): Words("buy a voucher: \(url)")
    }
  }
}

extension Way {
  /// A text with words where a voucher's number goes.
  private static func filled(_ text: String) -> String {
    text.replacing(voucherPlaceholder, with: "[\(Words("voucher number").text)]")
  }
}

extension Fact.Question {
  var words: Words {
    switch self {
    case .balance: Words("balance")
    case .data: Words("data left")
    case .validity: Words("validity")
    case .fees: Words("fees")
    case .number: Words("own number")
    case .plan: Words("plan")
    }
  }
}

extension Fact.Payment {
  var words: Words {
    switch self {
    case .weChatPay: Words("WeChat Pay")
    case .alipay: Words("Alipay")
    case .bankCard: Words("bank card")
    case .cash: Words("cash")
    case .voucher: Words("voucher")
    case .payPal: Words("PayPal")
    case .carrierBalance: Words("the line's balance")
    }
  }
}

extension Fact.Page {
  var words: Words {
    switch self {
    case .account: Words("account")
    case .topUp: Words("top up")
    case .help: Words("help")
    case .shops: Words("shops")
    case .esim: Words("eSIM")
    case .coverage: Words("coverage")
    }
  }
}

extension Line.Plan {
  /// Whom it is for.
  var advice: Words {
    switch self {
    case .voice: Words("voice: for calls and codes by SMS, with little or no data")
    case .data: Words("data: for a tablet, a router, or a second line abroad")
    case .combined: Words("voice and data: for the phone that is used every day")
    case .payAsYouGo: Words("pay as you go: for a number that is only kept; watch the balance")
    }
  }
}

extension Carriers.Plan {
  /// Its name and what it costs.
  var words: Words {
    let name = names.text(in: .ofThisRun)
    guard let cost else { return Words("\(name) (\(type.words))") }
    guard let every else { return Words("\(name) (\(type.words)), \(cost.text)") }
    return Words("\(name) (\(type.words)), \(cost.text) for \(every.words)")
  }
}

extension Source {
  /// Who says so, and when that was seen; marked where that is long ago.
  func words(on today: CalendarDay?) -> Words {
    guard let date else { return quality.words }
    let copy = storedCopy ? Words("\(quality.words), stored copy, \(date)") : nil
    let words = copy ?? Words("\(quality.words), \(date)")
    let isStale = today.map(isStale) ?? false
    return isStale ? Words("\(words), older than a year") : words
  }
}
