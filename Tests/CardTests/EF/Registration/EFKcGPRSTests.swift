import Card

extension EFKcGPRS: VectoredFile {
  /// 3GPP TS 31.102 §4.4.3.2.
  static let vectors = [
    Vector("B1B2B3B4B5B6B7B8 00", #"{"hasKey":true,"isValid":true,"sequenceNumber":0}"#)
  ]

  static let refusals = ["", "B1"]
}
