import Card

extension EFSUCICalcInfo: VectoredFile {
  /// 3GPP TS 31.102 §4.4.11.8.
  static let vectors = [
    Vector(
      """
      A0 06 0201 0102 0000 A1 4B 80 01 1B 81 20
      000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F 80 01 1E 81 21
      02101112131415161718191A1B1C1D1E1F000102030405060708090A0B0C0D0E0F FFFF
      """,
      #"""
      {"publicKeyIdentifiers":[27,30],"schemes":[{"keyIndex":1,"scheme":"profileB"},
      {"keyIndex":2,"scheme":"profileA"},{"keyIndex":0,"scheme":"null"}]}
      """#),
    Vector(
      "A0 02 0C00",
      #"{"publicKeyIdentifiers":[],"schemes":[{"keyIndex":0,"scheme":"scheme0C"}]}"#),
  ]

  static let refusals = ["", "FFFF", "A103800101", "A0020000A1028000"]
}
