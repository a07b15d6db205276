public import Renewal
public import Words

/// How a person gets something from a carrier.
///
/// Where a text or a code has ``voucherPlaceholder`` in it, the number on a voucher stands there.
public enum ContactMethod: Hashable, Sendable {
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
    /// See ``ContactMethod/call(number:keys:)``.
    case call
    /// See ``ContactMethod/sms(to:text:alternatives:)``.
    case sms
    /// See ``ContactMethod/ussd(code:)``.
    case ussd
    /// See ``ContactMethod/app(url:)``.
    case app
    /// See ``ContactMethod/web(url:)``.
    case web
    /// See ``ContactMethod/shop(url:)``.
    case shop
    /// See ``ContactMethod/kiosk(url:)``.
    case kiosk
    /// See ``ContactMethod/voucher(url:)``.
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

extension ContactMethod {
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

extension ContactMethod {
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
