import Card

extension EFMDN: VectoredFile {
  /// 3GPP2 C.S0065 §5.2.35.
  static let vectors = [
    // A stands for 0.
    Vector("0A 5858551A32FFFFFF 09 00", #"{"digits":"8585550123"}"#),
    Vector("03 19F1FFFFFFFFFFFF 09 00", #"{"digits":"911"}"#),
  ]

  static let refusals = ["", "0A 5858"]
}
