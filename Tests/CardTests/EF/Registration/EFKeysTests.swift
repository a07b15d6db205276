import Card

extension EFKeys: VectoredFile {
  /// 3GPP TS 31.102 §4.2.3.
  static let vectors = [
    // As it leaves the factory.
    Vector(
      "07 FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF",
      #"{"hasKeys":false,"isValid":false,"keySetIdentifier":7}"#),
    Vector(
      "02 000102030405060708090A0B0C0D0E0F 101112131415161718191A1B1C1D1E1F",
      #"{"hasKeys":true,"isValid":true,"keySetIdentifier":2}"#),
    // The identifier says whether keys are valid, not their bytes.
    Vector(
      "07 000102030405060708090A0B0C0D0E0F 101112131415161718191A1B1C1D1E1F",
      #"{"hasKeys":true,"isValid":false,"keySetIdentifier":7}"#),
  ]

  static let refusals = ["", "02 000102030405060708090A0B0C0D0E0F"]
}
