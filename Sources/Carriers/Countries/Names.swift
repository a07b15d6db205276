import FoundationEssentials
import FoundationInternationalization
public import Renewal
public import Words

/// Names of countries and currencies in the languages of the tool.
///
/// They come from the system's iso-codes where that is installed, else from the toolchain's tables,
/// and where neither has one the code itself is the name.
public struct Names: Sendable {
  private let countries: ISOCodes
  private let currencies: ISOCodes

  /// The names of this system.
  ///
  /// - Parameters:
  ///   - codes: the folder with `iso_3166-1.json` and `iso_4217.json`.
  ///   - translations: the folder with `zh_CN/LC_MESSAGES/iso_3166-1.mo` and its like.
  public init(
    codes: String = "/usr/share/iso-codes/json", translations: String = "/usr/share/locale"
  ) {
    countries = ISOCodes("3166-1", codes: codes, translations: translations)
    currencies = ISOCodes("4217", codes: codes, translations: translations)
  }

  /// What a country is called; nil for what belongs to none.
  public func name(of country: Country, in language: Language) -> String? {
    country.code.map { code in
      countries.name(of: code, in: language)
        ?? Self.locale(language).localizedString(forRegionCode: code) ?? code
    }
  }

  /// What a currency is called.
  public func name(of currency: Currency, in language: Language) -> String {
    currencies.name(of: currency.rawValue, in: language)
      ?? Self.locale(language).localizedString(forCurrencyCode: currency.rawValue)
      ?? currency.rawValue
  }

  /// The reference to the zone's tables matters: without it the static linker leaves out those of
  /// the names as well.
  private static func locale(_ language: Language) -> Locale {
    Locale(identifier: Zone.dataVersion.isEmpty ? "en" : language.tag)
  }
}
