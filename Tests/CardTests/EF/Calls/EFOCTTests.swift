import Card

extension EFOCT: VectoredFile {
  /// 3GPP TS 31.102 §4.2.36.
  static let vectors = [
    Vector("000E10", #"{"duration":3600}"#)
  ]

  static let refusals = ["", "000E"]
}
