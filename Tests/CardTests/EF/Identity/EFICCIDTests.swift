import Card

extension EFICCID: VectoredFile {
  /// ETSI TS 102 221 §13.2.
  static let vectors = [
    Vector("98680021436587092173", #"{"iccid":"89860012345678901237"}"#),
    // 19 digits.
    Vector("984411002143658709F5", #"{"iccid":"8944110012345678905"}"#),
    // Letters, as China Mobile has them.
    Vector("9868005B214365870921", #"{"iccid":"898600B5123456789012"}"#),
  ]

  static let refusals = ["", "FFFFFFFF FFFFFFFF FFFF", "9868"]
}
