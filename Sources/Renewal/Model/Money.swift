public import FoundationEssentials

/// An exact amount of a currency.
///
/// In JSON it is `{"amount": "14.99", "currency": "GBP"}`; the amount is a text, so that no reader
/// makes a binary fraction of it.
public struct Money: Hashable, Sendable {
  /// How much, in the currency's main unit (pounds, not pence).
  public let amount: Decimal
  /// Of what.
  public let currency: Currency

  /// An amount of a currency.
  public init(_ amount: Decimal, _ currency: Currency) {
    self.amount = amount
    self.currency = currency
  }

  /// An amount from digits with at most one point, such as `14.99` or `-3`.
  public static func decimal(_ text: some StringProtocol) -> Decimal? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), digits.count <= 24,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    return Decimal(string: String(text))
  }
}

extension Money: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case amount, currency }

  /// Reads an amount and its currency.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.members(CodingKeys.self)
    let text = try container.decode(String.self, forKey: .amount)
    guard let amount = Self.decimal(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .amount, in: container,
        debugDescription: "\"\(text)\" is not an amount; allowed: digits with at most one point")
    }
    self.init(amount, try container.decode(Currency.self, forKey: .currency))
  }

  /// Writes the amount as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(amount.description, forKey: .amount)
    try container.encode(currency, forKey: .currency)
  }
}

extension Money {
  /// Amount and currency, the same in every language.
  public var text: String { "\(amount) \(currency.rawValue)" }
}

/// A currency by its code of ISO 4217.
public struct Currency: RawRepresentable, Hashable, Sendable {
  /// Three upper-case letters.
  public let rawValue: String

  /// A currency, if the code has the form of one.
  public init?(rawValue: String) {
    guard rawValue.count == 3, rawValue.allSatisfy({ ("A"..."Z").contains($0) }) else { return nil }
    self.rawValue = rawValue
  }
}

extension Currency: Codable {
  /// Reads a code.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let code = try container.decode(String.self)
    guard let currency = Currency(rawValue: code) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "\"\(code)\" is not a currency; allowed: a code of ISO 4217 such as GBP")
    }
    self = currency
  }

  /// Writes the code.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension Currency {
  /// Whether the code is one of ISO 4217 that people pay in.
  public var isKnown: Bool { Self.known.contains(rawValue) }

  private static let known = Set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN
    BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR
    FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD
    JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
    MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL
    THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF
    XPF YER ZAR ZMW ZWG ZWL
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
