import Card

extension EFGID1: VectoredFile {
  /// 3GPP TS 31.102 §4.2.10.
  static let vectors = [
    Vector("50 8F FFFF", #"{"identifier":"508F"}"#)
  ]

  static let refusals = [""]
}
