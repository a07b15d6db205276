/// A country by its code of ISO 3166-1, or what belongs to no country.
public struct Country: Hashable, Sendable {
  /// Two upper-case letters; nil for what belongs to no country, such as ships and satellites.
  public let code: String?

  /// A country.
  public init(code: String) { self.code = code }

  private init() { code = nil }

  /// What belongs to no country.
  public static let international = Country()

  /// The countries of a mobile country code, or of a PLMN or IMSI that begins with it (ITU-T E.212).
  ///
  /// Several where they share one, the main one first; none for an unknown one.
  public static func countries(mcc: some StringProtocol) -> [Country] {
    CountryTable.mobile.countries(ofCode: mcc.prefix(3))
  }

  /// The countries of a telephone number in international form, `+86…` (ITU-T E.164).
  ///
  /// Several where they share a code and nothing tells them apart, the main one first; none for a
  /// number in another form.
  public static func countries(number: some StringProtocol) -> [Country] {
    guard number.first == "+" else { return [] }
    let digits = String(number.dropFirst().filter { !" -().".contains($0) })
    guard digits.allSatisfy({ ("0"..."9").contains($0) }) else { return [] }
    return CountryTable.telephone.countries(ofNumber: digits)
  }

  /// The countries of an ICCID's issuer, by the country code after 89 (ITU-T E.118).
  public static func countries(iccid: some StringProtocol) -> [Country] {
    guard iccid.hasPrefix("89") else { return [] }
    return CountryTable.telephone.countries(ofIssuer: iccid.dropFirst(2))
  }
}
