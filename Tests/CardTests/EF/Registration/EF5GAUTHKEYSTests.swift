import Card

extension EF5GAUTHKEYS: VectoredFile {
  /// 3GPP TS 31.102 §4.4.11.6.
  static let vectors = [
    Vector(
      """
      80 20 000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F 81 20
      101112131415161718191A1B1C1D1E1F000102030405060708090A0B0C0D0E0F
      """,
      #"{"hasAUSFKey":true,"hasSEAFKey":true}"#),
    Vector(
      """
      80 20 FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF 81 00
      FFFF
      """,
      #"{"hasAUSFKey":false,"hasSEAFKey":false}"#),
    Vector("FFFF", #"{"hasAUSFKey":false,"hasSEAFKey":false}"#),
  ]

  static let refusals = ["80", "8020", "800200"]
}
