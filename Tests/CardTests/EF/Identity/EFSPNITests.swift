import Card

extension EFSPNI: VectoredFile {
  /// 3GPP TS 31.102 §4.2.88.
  static let vectors = [
    // An icon on a network, and one in EF.IMG.
    Vector(
      "80 0C 01 612E6578616D706C652F69 81 02 02 03 FFFF",
      #"""
      {"icons":[{"replacesName":true,"uri":"a.example/i"},{"imageRecord":3,
      "replacesName":false}]}
      """#)
  ]

  static let refusals = ["8000", "80", "810101"]
}
