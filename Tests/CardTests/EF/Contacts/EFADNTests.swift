import Card

extension EFADN: VectoredFile {
  /// 3GPP TS 51.011 §10.5.1.
  static let vectors = [
    Vector(
      "4A6FFFFFFFFF 08 91 683119325476F8FFFFFF FF FF",
      #"{"name":"Jo","number":"+8613912345678"}"#),
    // A free record.
    Vector("FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF", #"{}"#),
    Vector("80 4E2D 08 91 683119325476F8FFFFFF FF FF", #"{"name":"中","number":"+8613912345678"}"#),
    // A length that goes beyond the digits.
    Vector("08 81 683119 FFFFFFFFFFFFFF FF FF", #"{"number":"861391"}"#, isCanonical: false),
  ]

  static let refusals = ["", "FFFFFFFF FFFFFFFF FFFFFFFF FF"]
}
