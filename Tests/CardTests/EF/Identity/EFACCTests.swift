import Card

extension EFACC: VectoredFile {
  /// 3GPP TS 31.102 §4.2.15.
  static let vectors = [
    Vector("0008", #"{"classes":[3]}"#),
    Vector("8200", #"{"classes":[9,15]}"#),
  ]

  static let refusals = ["", "00"]
}
