import Card

extension EFEHPLMN: VectoredFile {
  /// 3GPP TS 31.102 §4.2.84.
  static let vectors = [
    Vector("64F000 64F070 FFFFFF FFFFFF", #"{"plmns":["46000","46007"]}"#),
    Vector("130014", #"{"plmns":["310410"]}"#),
  ]

  static let refusals = ["", "64F0"]
}
