import Card

extension EFSPDI: VectoredFile {
  /// 3GPP TS 31.102 §4.2.66.
  static let vectors = [
    Vector("A3 08 80 06 64F000 64F010 FFFF", #"{"plmns":["46000","46001"]}"#),
    Vector("A3 02 80 00", #"{"plmns":[]}"#),
  ]

  static let refusals = ["", "A300", "A30480020000", "A2028000"]
}
