import Card

extension EFSST: VectoredFile {
  /// 3GPP TS 51.011 §10.3.7.
  static let vectors = [
    // Two bits to a service: 1 and 4 are on, 2 is allocated only; 7 is on.
    Vector(
      "C730",
      #"""
      {"names":["pinCanBeDisabled","messageStorage","plmnSelector"],"notActivated":[2],
      "services":[1,4,7]}
      """#)
  ]

  static let refusals = [""]

  static let ignoresFilling = false
}
