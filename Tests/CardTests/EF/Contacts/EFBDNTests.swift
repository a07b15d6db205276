import Card

extension EFBDN: VectoredFile {
  /// 3GPP TS 31.102 §4.2.44.
  static let vectors = [
    // One byte more than other records of numbers.
    Vector(
      "4E6F 04 81 1900F0FFFFFFFFFFFFFF FF FF 03",
      #"{"comparisonRecord":3,"name":"No","number":"91000"}"#)
  ]

  static let refusals = ["", "FFFFFFFF FFFFFFFF FFFFFFFF FFFF"]
}
