public import Renewal

/// What people write for money beside the codes of ISO 4217: `£`, `HK$`, `元`, `RMB`.
///
/// The signs are those that carriers' texts are read with, as far as all languages share them or a
/// Chinese one has them.
public enum MoneySigns {
  /// The currencies that a sign can mean, the likeliest first; none where it is not known.
  public static func currencies(of sign: String) -> [Currency] {
    let folded = String(String.UnicodeScalarView(sign.unicodeScalars.map(plain))).lowercased()
    for patterns in known {
      if let meant = patterns.currencies[folded] { return meant }
    }
    return []
  }

  private static let known: [LanguagePatterns] = ShippedFile.languages
    .filter { ["und.json", "zh-Hans.json", "zh-Hant.json"].contains($0.name) }
    .compactMap { try? LanguagePatterns(reading: $0.text, name: $0.name) }

  // Full-width forms, as Chinese and Japanese keyboards write them.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFFE1: "£"
    case 0xFFE5: "¥"
    default: scalar
    }
  }
}
