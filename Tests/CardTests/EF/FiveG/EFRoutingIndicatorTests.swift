import Card

extension EFRoutingIndicator: VectoredFile {
  /// 3GPP TS 31.102 §4.4.11.11.
  static let vectors = [
    Vector("F0FF FFFF", #"{"digits":"0"}"#),
    Vector("2143 FFFF", #"{"digits":"1234"}"#),
  ]

  static let refusals = ["", "F0"]
}
