import Card

extension EFSDN: VectoredFile {
  /// 3GPP TS 31.102 §4.2.29.
  static let vectors = [
    // A stands for the star, B for the hash.
    Vector("42616CFF 04 81 1A00FBFFFFFFFFFFFFFF FF FF", #"{"name":"Bal","number":"*100#"}"#)
  ]

  static let refusals = [""]
}
