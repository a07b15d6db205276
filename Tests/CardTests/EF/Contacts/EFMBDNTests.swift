import Card

extension EFMBDN: VectoredFile {
  /// 3GPP TS 31.102 §4.2.60.
  static let vectors = [
    Vector("566D 03 81 21F3FFFFFFFFFFFFFFFF FF FF", #"{"name":"Vm","number":"123"}"#),
    // C is a pause, D any digit.
    Vector("FF 04 81 C1D2F3FFFFFFFFFFFFFF FF FF", #"{"number":"1p2?3"}"#),
  ]

  static let refusals = [""]
}
