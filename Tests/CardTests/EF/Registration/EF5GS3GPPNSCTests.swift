import Card

extension EF5GS3GPPNSC: VectoredFile {
  /// 3GPP TS 31.102 §4.4.11.4.
  static let vectors = [
    // 85 names the algorithms of LTE.
    Vector(
      """
      A0 37 80 01 03 81 20
      101112131415161718191A1B1C1D1E1F000102030405060708090A0B0C0D0E0F 82 04 00000007 83
      04 00000009 84 01 22 85 01 22
      """,
      #"""
      {"cipheringAlgorithm":2,"downlinkCount":9,"hasKey":true,"integrityAlgorithm":2,
      "isValid":true,"keySetIdentifier":3,"uplinkCount":7}
      """#)
  ]

  static let refusals = [""]
}
