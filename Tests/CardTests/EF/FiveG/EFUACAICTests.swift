import Card

extension EFUACAIC: VectoredFile {
  /// 3GPP TS 31.102 §4.4.11.7.
  static let vectors = [
    Vector("03000000", #"{"hasMissionCritical":true,"hasMultimediaPriority":true}"#),
    Vector("01000000", #"{"hasMissionCritical":false,"hasMultimediaPriority":true}"#),
  ]

  static let refusals = [""]
}
