import Card

extension EFSMSR: VectoredFile {
  /// 3GPP TS 31.102 §4.2.32.
  static let vectors = [
    Vector("02 0600 FFFF", #"{"messageRecord":2}"#),
    Vector("00 FFFF", #"{}"#),
  ]

  static let refusals = [""]
}
