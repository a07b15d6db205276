/// A country by its code of ISO 3166-1, or no country at all.
public struct Country: Hashable, Sendable {
  /// Two upper-case letters; nil for what belongs to no country, such as ships and satellites.
  public let code: String?

  /// What belongs to no country.
  public static let international = Country(code: nil)

  /// The countries of a mobile country code; several where they share one, none for an unknown one.
  public static func countries(mcc: String) -> [Country] { [] }

  /// The countries of a telephone number in international form, `+86…`; several where they share a
  /// code and nothing tells them apart.
  public static func countries(number: String) -> [Country] { [] }

  /// The countries of an ICCID's country code, the digits after 89.
  public static func countries(iccid: String) -> [Country] { [] }
}
