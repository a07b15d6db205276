import Card

extension EFDIR: VectoredFile {
  /// ETSI TS 102 221 §13.1.
  static let vectors = [
    Vector(
      "61 11 4F 07 A0000000871002 50 06 5573696D3132 FFFF",
      #"{"aid":"A0000000871002","label":"Usim12"}"#),
    // No label.
    Vector("61 09 4F 07 A0000000871004 FFFF", #"{"aid":"A0000000871004"}"#),
  ]

  static let refusals = ["", "FFFF", "6100", "61024F00", "60024F01"]
}
