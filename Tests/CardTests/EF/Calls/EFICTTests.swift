import Card

extension EFICT: VectoredFile {
  /// 3GPP TS 31.102 §4.2.35.
  static let vectors = [
    Vector("000030", #"{"duration":48}"#)
  ]

  static let refusals = ["", "0000"]
}
