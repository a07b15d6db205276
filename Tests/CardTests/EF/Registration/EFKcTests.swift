import Card

extension EFKc: VectoredFile {
  /// 3GPP TS 31.102 §4.4.3.1.
  static let vectors = [
    // As it leaves the factory.
    Vector("FFFFFFFF FFFFFFFF 07", #"{"hasKey":false,"isValid":false,"sequenceNumber":7}"#),
    Vector("A1A2A3A4A5A6A7A8 03", #"{"hasKey":true,"isValid":true,"sequenceNumber":3}"#),
    // Authenticated once.
    Vector("A1A2A3A4A5A6A7A8 07", #"{"hasKey":true,"isValid":false,"sequenceNumber":7}"#),
  ]

  static let refusals = ["", "A1A2A3A4A5A6A7A8"]
}
