import Card

extension EFIMSI: VectoredFile {
  /// 3GPP TS 31.102 §4.2.2.
  static let vectors = [
    // 15 digits are odd (9), 14 even (1).
    Vector("08 49 06 00 21 43 65 87 09", #"{"imsi":"460001234567890"}"#),
    Vector("08 41 06 00 21 43 65 87 F9", #"{"imsi":"46000123456789"}"#),
    Vector("04 21 33 01 F1", #"{"imsi":"233101"}"#),
  ]

  static let refusals = [
    "", "00 49", "03 29 33 01", "08 4906", "09 490600214365870911", "08 FFFFFFFFFFFFFFFF", "FF",
  ]
}
