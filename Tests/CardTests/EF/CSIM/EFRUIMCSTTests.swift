import Card

extension EFRUIMCST: VectoredFile {
  /// 3GPP2 C.S0023 §3.4.18.
  static let vectors = [
    Vector(
      "0F",
      #"""
      {"names":["pinCanBeDisabled","abbreviatedDialling"],"notActivated":[],"services":[1,
      2]}
      """#)
  ]

  static let refusals = [""]

  static let ignoresFilling = false
}
