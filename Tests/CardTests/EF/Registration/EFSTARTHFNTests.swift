import Card

extension EFSTARTHFN: VectoredFile {
  /// 3GPP TS 31.102 §4.2.51.
  static let vectors = [
    // Never in a 3G network.
    Vector("F00000 F00000", #"{"startCS":0,"startPS":0}"#),
    Vector("F0012C F0FFFF", #"{"startCS":300,"startPS":65535}"#),
  ]

  static let refusals = ["", "F00000 F000"]
}
