import Card

extension EFHPPLMN: VectoredFile {
  /// 3GPP TS 31.102 §4.2.6.
  static let vectors = [
    // Units of six minutes.
    Vector("0A", #"{"searchInterval":60}"#),
    Vector("00", #"{"searchInterval":0}"#),
  ]

  static let refusals = [""]
}
