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

extension Way {
  /// The way as an address that a phone opens: `tel:` (RFC 3966), `sms:` (RFC 5724), or that of a
  /// page. Nil where there is none, or where a voucher's digits have to be filled in first.
  public var uri: String? {
    switch self {
    case .call(let number, let keys):
      // A comma is a pause, after which a phone sends the keys.
      Self.dialling(number + (keys.map { "," + $0 } ?? ""))
    case .sms(let number, let text, _):
      text.contains(Self.voucherPlaceholder)
        ? nil : "sms:\(number)?body=\(Self.escaped(text, keeping: ""))"
    case .ussd(let code): Self.dialling(code)
    case .app(let url), .web(let url), .shop(let url), .kiosk(let url), .voucher(let url): url
    }
  }

  private static func dialling(_ digits: String) -> String? {
    digits.contains(voucherPlaceholder) ? nil : "tel:" + escaped(digits, keeping: "+*,")
  }

  /// Percent encoding of RFC 3986 for all but letters, digits and what is to be kept.
  private static func escaped(_ text: String, keeping kept: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      let scalar = Character(Unicode.Scalar(byte))
      let isPlain =
        scalar.isASCII && (scalar.isLetter || scalar.isNumber || "-._~".contains(scalar))
      if isPlain || kept.contains(scalar) {
        escaped.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return escaped
  }
}
