import Card

extension EFMSISDN: VectoredFile {
  /// 3GPP TS 31.102 §4.2.26.
  static let vectors = [
    // No room for a name.
    Vector("08 91 683119325476F8FFFFFF FF FF", #"{"number":"+8613912345678"}"#),
    Vector("FFFFFFFF FFFFFFFF FFFFFFFF FFFF", #"{}"#),
  ]

  static let refusals = ["", "FFFFFFFF FFFFFFFF FFFFFFFF FF"]
}
