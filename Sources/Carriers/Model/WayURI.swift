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
