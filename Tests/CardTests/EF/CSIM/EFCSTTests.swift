import Card

extension EFCST: VectoredFile {
  /// 3GPP2 C.S0065 §5.2.18.
  static let vectors = [
    Vector("0501", #"{"names":[],"services":[1,3,9]}"#)
  ]

  static let refusals = [""]

  static let ignoresFilling = false
}
