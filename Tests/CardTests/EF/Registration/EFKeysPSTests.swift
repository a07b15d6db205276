import Card

extension EFKeysPS: VectoredFile {
  /// 3GPP TS 31.102 §4.2.4.
  static let vectors = [
    Vector(
      "05 101112131415161718191A1B1C1D1E1F 000102030405060708090A0B0C0D0E0F",
      #"{"hasKeys":true,"isValid":true,"keySetIdentifier":5}"#)
  ]

  static let refusals = ["", "02 000102030405060708090A0B0C0D0E0F"]
}
