public import Renewal

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
