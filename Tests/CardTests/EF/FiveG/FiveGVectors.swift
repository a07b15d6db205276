import Card

extension FileVectors {
  static let fiveG = [
    // 3GPP TS 31.102 §4.4.11.7.
    FileVectors(
      "EF.UAC_AIC", in: .fiveGS,
      [
        Vector("03000000", #"{"hasMissionCritical":true,"hasMultimediaPriority":true}"#),
        Vector("01000000", #"{"hasMissionCritical":false,"hasMultimediaPriority":true}"#),
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.4.11.8.
    FileVectors(
      "EF.SUCI_Calc_Info", in: .fiveGS,
      [
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
      ],
      refusals: ["", "FFFF", "A103800101", "A0020000A1028000"]),
    // 3GPP TS 31.102 §4.4.11.9.
    FileVectors(
      "EF.OPL5G", in: .fiveGS,
      [
        Vector(
          "64F000 000000 FFFFFE 02",
          #"{"firstArea":0,"lastArea":16777214,"nameRecord":2,"plmn":"46000"}"#)
      ],
      refusals: ["", "64F000 000000 FFFF"]),
    // 3GPP TS 31.102 §4.4.11.10.
    FileVectors(
      "EF.SUPI_NAI", in: .fiveGS,
      [
        Vector(
          "80 0B 7540612E6578616D706C65 FFFF", #"{"networkSpecificIdentifier":"u@a.example"}"#),
        Vector(
          "81 0B 7540612E6578616D706C65 82 0B 7540612E6578616D706C65",
          #"{"globalCableIdentifier":"u@a.example","globalLineIdentifier":"u@a.example"}"#),
      ],
      refusals: ["80", "800B"]),
    // 3GPP TS 31.102 §4.4.11.11.
    FileVectors(
      "EF.Routing_Indicator", in: .fiveGS,
      [
        Vector("F0FF FFFF", #"{"digits":"0"}"#),
        Vector("2143 FFFF", #"{"digits":"1234"}"#),
      ],
      refusals: ["", "F0"]),
  ]
}
