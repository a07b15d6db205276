import Card

extension EFHPLMNwAcT: VectoredFile {
  /// 3GPP TS 31.102 §4.2.54.
  static let vectors = [
    Vector(
      "64F000 C080 FFFFFF 0000",
      #"{"networks":[{"plmn":"46000","technologies":["utran","eUTRAN","gsm"]}]}"#)
  ]

  static let refusals = ["", "64F000", "64F00080"]
}
