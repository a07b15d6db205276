import Card

extension EFACMmax: VectoredFile {
  /// 3GPP TS 31.102 §4.2.7.
  static let vectors = [
    Vector("0003E8", #"{"limit":1000}"#),
    // No limit.
    Vector("000000", #"{}"#),
  ]

  static let refusals = ["", "0003"]
}
