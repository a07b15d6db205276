/// The number of a subscription (3GPP TS 23.003 §2.2): mobile country code, network code and
/// subscriber, 6 to 15 digits.
public struct IMSI: Hashable, Sendable {
  /// All digits.
  public let digits: String

  /// An IMSI from its digits. Nil when there are other characters, or too few or many.
  public init?(_ text: some StringProtocol) {
    guard (6...15).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    digits = String(text)
  }

  /// The mobile country code.
  public var mcc: String { String(digits.prefix(3)) }

  /// The mobile network code, when it is `length` digits long.
  public func mnc(length: Int) -> String { String(digits.dropFirst(3).prefix(length)) }

  /// How long network codes are in a country, by its mobile country code (ITU-T E.212): three
  /// digits in North America and where listed, two elsewhere. A country may use both, so what the
  /// card says goes first.
  public static func mncLength(mcc: String) -> Int {
    threeDigitCountries.contains(mcc) ? 3 : 2
  }

  private static let threeDigitCountries: Set<String> = [
    "302", "310", "311", "312", "313", "314", "315", "316", "334", "338", "342", "344", "346",
    "348", "365", "708", "722", "732",
  ]
}
