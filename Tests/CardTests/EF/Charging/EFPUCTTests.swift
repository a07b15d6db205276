import Card

extension EFPUCT: VectoredFile {
  /// 3GPP TS 31.102 §4.2.13.
  static let vectors = [
    Vector("434E59 0232", #"{"currency":"CNY","exponent":-1,"price":34}"#),
    // Not used.
    Vector("FFFFFF 0000", #"{"exponent":0,"price":0}"#),
    Vector("455552 7BC1", #"{"currency":"EUR","exponent":6,"price":1969}"#),
  ]

  static let refusals = ["", "434E59 02"]
}
