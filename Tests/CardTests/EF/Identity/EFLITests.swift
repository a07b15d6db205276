import Card

extension EFLI: VectoredFile {
  /// 3GPP TS 31.102 §4.2.1.
  static let vectors = [
    Vector("6672 6465", #"{"languages":["fr","de"]}"#)
  ]

  static let refusals = ["", "65"]
}
