public import Renewal
public import Words

/// How a person gets something from a carrier.
///
/// Where a text or a code has a ``Placeholder`` in it, a person fills in what it names.
public enum ContactMethod: Hashable, Sendable {
  /// By calling a number, and pressing keys once it has answered.
  case call(number: String, keys: String?)
  /// By a short message; the other texts do the same.
  case sms(to: String, text: String, alternatives: [String])
  /// By a code that is dialled, such as `*100#`.
  case ussd(code: String)
  /// In the carrier's app.
  case app(url: String?)
  /// In the carrier's part of another company's app: a mini-programme or an account of this name.
  case miniProgramme(inside: Host, name: String?)
  /// On a page.
  case web(url: String?)
  /// In a shop.
  case shop(url: String?)
  /// At a machine.
  case kiosk(url: String?)
  /// With a code from a shop.
  case voucher(url: String?)

  /// The apps of others that carriers have a part in.
  public enum Host: String, Vocabulary {
    /// 微信.
    case weChat
    /// 支付宝.
    case alipay
    /// 云闪付, of UnionPay.
    case unionPay
    /// LINE.
    case line
  }

  /// What a person fills in, where a code or a text has its word in braces.
  public enum Placeholder: String, Vocabulary {
    /// The number on a voucher.
    case voucher
    /// The phone number that is meant.
    case number
    /// The owner's name.
    case name
    /// The number of the owner's identity document.
    case identity
    /// The last six digits of that.
    case identityEnd
    /// The password to be.
    case newPassword

    /// How it stands in a text.
    public var text: String { "{\(rawValue)}" }
  }

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
    /// See ``ContactMethod/miniProgramme(inside:name:)``.
    case miniProgramme
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
    case .miniProgramme: .miniProgramme
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
      Words(
        "send the SMS \(Self.filled(text)) (or \(Words.listed(others.map(Self.filled)))) to \(number)"
      )
    case .ussd(let code): Words("dial \(Self.filled(code))")
    case .app(nil): Words("open the carrier's app")
    case .app(let url?): Words("open the carrier's app: \(url)")
    case .miniProgramme(let host, nil): Words("in \(host.words), look for the carrier")
    case .miniProgramme(let host, let name?): Words("in \(host.words), look for \(name)")
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

  /// A text with words where something is filled in.
  private static func filled(_ text: String) -> Words {
    let places = Placeholder.allCases.compactMap { placeholder in
      text.firstRange(of: placeholder.text).map { (placeholder, $0) }
    }
    guard let (placeholder, place) = places.min(by: { $0.1.lowerBound < $1.1.lowerBound }) else {
      return Words(verbatim: text)
    }
    let (before, after) = (text[..<place.lowerBound], filled(String(text[place.upperBound...])))
    return Words("\(before)[\(placeholder.words)]\(after)")
  }
}

extension ContactMethod.Placeholder {
  /// What to fill in.
  public var words: Words {
    switch self {
    case .voucher: Words("voucher number")
    case .number: Words("phone number")
    case .name: Words("owner's name")
    case .identity: Words("identity number")
    case .identityEnd: Words("last 6 digits of the identity number")
    case .newPassword: Words("new password")
    }
  }
}

extension ContactMethod.Host {
  /// The app's name.
  public var words: Words {
    switch self {
    case .weChat: Words("WeChat")
    case .alipay: Words("Alipay")
    case .unionPay: Words("UnionPay's app")
    case .line: Words(verbatim: "LINE")
    }
  }
}

extension ContactMethod {
  /// The way as an address that a phone opens: `tel:` (RFC 3966), `sms:` (RFC 5724), or that of a
  /// page. Nil where there is none, or where something has to be filled in first.
  public var uri: String? {
    switch self {
    case .call(let number, let keys):
      // A comma is a pause, after which a phone sends the keys.
      Self.dialling(number + (keys.map { "," + $0 } ?? ""))
    case .sms(let number, let text, _):
      Self.isOpen(text)
        ? nil : "sms:\(number)?body=\(Self.escaped(text, keeping: ""))"
    case .ussd(let code): Self.dialling(code)
    case .app(let url), .web(let url), .shop(let url), .kiosk(let url), .voucher(let url): url
    case .miniProgramme: nil
    }
  }

  /// Whether something in a text has to be filled in.
  private static func isOpen(_ text: String) -> Bool {
    Placeholder.allCases.contains { text.contains($0.text) }
  }

  private static func dialling(_ digits: String) -> String? {
    isOpen(digits) ? nil : "tel:" + escaped(digits, keeping: "+*,")
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
