import Card

extension EFTHRESHOLD: VectoredFile {
  /// 3GPP TS 31.102 §4.2.52.
  static let vectors = [
    Vector("F10000", #"{"maximumStart":65536}"#)
  ]

  static let refusals = ["", "F100"]
}
