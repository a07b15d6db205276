import Card

extension EFLND: VectoredFile {
  /// 3GPP TS 51.011 §10.5.8.
  static let vectors = [
    Vector("08 91 683119325476F8FFFFFF FF FF", #"{"number":"+8613912345678"}"#)
  ]

  static let refusals = [""]
}
