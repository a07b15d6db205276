import Card

extension EFIMSIM: VectoredFile {
  /// 3GPP2 C.S0065 §5.2.2.
  static let vectors = [
    // 310 is 310 - 111 + 10 for its zero, and so on: D1, 63, 0C, 159|7|315.
    Vector("00 0C00 155F56 63 80 D100", #"{"imsi":"310001234567890","isProgrammed":true}"#),
    Vector("00 0000 000000 00 00 0000", #"{"isProgrammed":false}"#),
    // 1023 is more than three digits make.
    Vector("00 FF03 155F56 63 80 D100", #"{"isProgrammed":true}"#),
  ]

  static let refusals = ["", "00 0C00 155F56 63 80 D1"]
}
