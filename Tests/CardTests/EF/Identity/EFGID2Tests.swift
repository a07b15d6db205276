import Card

extension EFGID2: VectoredFile {
  /// 3GPP TS 31.102 §4.2.11.
  static let vectors = [
    Vector("0A", #"{"identifier":"0A"}"#),
    Vector("00 FF", #"{"identifier":"00"}"#),
  ]

  static let refusals = [""]
}
