import Card

extension EFPLMNwAcT: VectoredFile {
  /// 3GPP TS 31.102 §4.2.5.
  static let vectors = [
    Vector(
      "32F402 5000 130014 0800",
      #"""
      {"networks":[{"plmn":"23420","technologies":["eUTRANNarrowband"]},{"plmn":"310410",
      "technologies":["ngRAN"]}]}
      """#),
    // A gap.
    Vector(
      "FFFFFF 0000 130014 0800",
      #"{"networks":[{"plmn":"310410","technologies":["ngRAN"]}]}"#, isCanonical: false),
  ]

  static let refusals = ["", "64F000"]
}
