import Card

extension EFEST: VectoredFile {
  /// 3GPP TS 31.102 §4.2.47.
  static let vectors = [
    Vector("01", #"{"names":["fixedDialling"],"services":[1]}"#),
    Vector("00", #"{"names":[],"services":[]}"#),
  ]

  static let refusals = [""]

  static let ignoresFilling = false
}
