import Card

extension EFARR: VectoredFile {
  /// ETSI TS 102 221 §13.4.
  static let vectors = [
    Vector(
      "80 01 01 90 00 80 01 02 A4 06 83 01 0A 95 01 08 80 01 18 97 00 FFFF",
      #"""
      {"rules":[{"condition":"always","operations":["read"]},{"condition":"adm1",
      "operations":["update"]},{"condition":"never","operations":["deactivate",
      "activate"]}]}
      """#),
    // INCREASE is named by its instruction; one of two keys is enough.
    Vector(
      "84 01 32 A0 10 A4 06 83 01 01 95 01 08 A4 06 83 01 8A 95 01 08",
      #"{"rules":[{"condition":"pin1 or adm6","operations":["increase"]}]}"#),
    // Both keys are needed.
    Vector(
      "80 01 03 AF 10 A4 06 83 01 01 95 01 08 A4 06 83 01 81 95 01 08",
      #"{"rules":[{"condition":"pin1 and pin2","operations":["read","update"]}]}"#),
    // Conditions one after the other: one is enough.
    Vector(
      "80 01 01 A4 06 83 01 01 95 01 08 A4 06 83 01 0A 95 01 08",
      #"{"rules":[{"condition":"pin1 or adm1","operations":["read"]}]}"#),
  ]

  static let refusals = ["80", "8001", "800101A400A0", "800101A4038301"]
}
