import Card

extension EFEPSNSC: VectoredFile {
  /// 3GPP TS 31.102 §4.2.92.
  static let vectors = [
    Vector(
      """
      A0 34 80 01 02 81 20
      000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F 82 04 00000102 83
      04 00000103 84 01 21 FFFF
      """,
      #"""
      {"cipheringAlgorithm":2,"downlinkCount":259,"hasKey":true,"integrityAlgorithm":1,
      "isValid":true,"keySetIdentifier":2,"uplinkCount":258}
      """#),
    Vector(
      """
      A0 34 80 01 07 81 20 FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF
      FFFFFFFF 82 04 00000000 83 04 00000000 84 01 00
      """,
      #"""
      {"cipheringAlgorithm":0,"downlinkCount":0,"hasKey":false,"integrityAlgorithm":0,
      "isValid":false,"keySetIdentifier":7,"uplinkCount":0}
      """#),
    Vector("A0 00", #"{"hasKey":false,"isValid":false}"#),
  ]

  static let refusals = ["", "FFFF", "A1028000", "A0068204000000"]
}
