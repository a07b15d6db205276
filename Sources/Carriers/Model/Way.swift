public import Renewal
public import Words

/// How a person gets something from a carrier.
///
/// Where a text or a code has ``voucherPlaceholder`` in it, the number on a voucher stands there.
public enum Way: Hashable, Sendable {
  /// By calling a number, and pressing keys once it has answered.
  case call(number: String, keys: String?)
  /// By a short message; the other texts do the same.
  case sms(to: String, text: String, alternatives: [String])
  /// By a code that is dialled, such as `*100#`.
  case ussd(code: String)
  /// In the carrier's app.
  case app(url: String?)
  /// On a page.
  case web(url: String?)
  /// In a shop.
  case shop(url: String?)
  /// At a machine.
  case kiosk(url: String?)
  /// With a code from a shop.
  case voucher(url: String?)

  /// What stands in a code or a text for the number on a voucher.
  public static let voucherPlaceholder = "{voucher}"

  /// The words for the ways.
  public enum By: String, Vocabulary {
    /// See ``Way/call(number:keys:)``.
    case call
    /// See ``Way/sms(to:text:alternatives:)``.
    case sms
    /// See ``Way/ussd(code:)``.
    case ussd
    /// See ``Way/app(url:)``.
    case app
    /// See ``Way/web(url:)``.
    case web
    /// See ``Way/shop(url:)``.
    case shop
    /// See ``Way/kiosk(url:)``.
    case kiosk
    /// See ``Way/voucher(url:)``.
    case voucher
  }

  /// The word for it.
  public var by: By {
    switch self {
    case .call: .call
    case .sms: .sms
    case .ussd: .ussd
    case .app: .app
    case .web: .web
    case .shop: .shop
    case .kiosk: .kiosk
    case .voucher: .voucher
    }
  }
}

extension Way {
  /// What to do, as a request.
  public var words: Words {
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

  /// A text with words where a voucher's number goes.
  private static func filled(_ text: String) -> Words {
    guard let place = text.firstRange(of: voucherPlaceholder) else { return Words(verbatim: text) }
    let (before, after) = (text[..<place.lowerBound], filled(String(text[place.upperBound...])))
    return Words("\(before)[\(Words("voucher number"))]\(after)")
  }
}
