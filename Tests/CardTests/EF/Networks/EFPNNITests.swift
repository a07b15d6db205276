import Card

extension EFPNNI: VectoredFile {
  /// 3GPP TS 31.102 §4.2.89.
  static let vectors = [
    Vector("81 02 01 04 FF", #"{"icons":[{"imageRecord":4,"replacesName":true}]}"#)
  ]

  static let refusals = ["8100"]
}
