import Card

extension EFUMPC: VectoredFile {
  /// ETSI TS 102 221 §13.6.
  static let vectors = [
    Vector(
      "28 0A 03 FFFF",
      #"""
      {"maximumCurrent":40,"needsIncreasedIdleCurrent":true,"operatorTimeout":10,
      "supportsSuspension":true}
      """#),
    Vector(
      "32 1E 00 FFFF",
      #"""
      {"maximumCurrent":50,"needsIncreasedIdleCurrent":false,"operatorTimeout":30,
      "supportsSuspension":false}
      """#),
  ]

  static let refusals = ["", "280A"]
}
