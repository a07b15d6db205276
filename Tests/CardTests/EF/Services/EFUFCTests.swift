import Card

extension EFUFC: VectoredFile {
  /// 3GPP TS 31.102 §4.2.93.
  static let vectors = [
    Vector("801E60", #"{"facilities":"801E60"}"#)
  ]

  static let refusals = [""]

  static let ignoresFilling = false
}
