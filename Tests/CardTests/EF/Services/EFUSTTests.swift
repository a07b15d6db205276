import Card

extension EFUST: VectoredFile {
  /// 3GPP TS 31.102 §4.2.8.
  static let vectors = [
    // Bit 1 of byte 1 is service 1, bit 5 of byte 11 service 85.
    Vector(
      "0A0201 00000000000000 10",
      #"""
      {"names":["fixedDialling","serviceDialling","messageStorage","groupIdentifier1",
      "epsMobilityManagement"],"services":[2,4,10,17,85]}
      """#),
    Vector(
      "0000000000000000000000000000000A",
      #"""
      {"names":["fiveGSMobilityManagement","subscriptionIdentifierPrivacy"],
      "services":[122,124]}
      """#),
  ]

  static let refusals = [""]

  static let ignoresFilling = false
}
