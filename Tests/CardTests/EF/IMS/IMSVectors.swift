import Card

extension FileVectors {
  static let ims = [
    // 3GPP TS 31.103 §4.2.2.
    FileVectors(
      "EF.IMPI", in: .isim,
      [
        Vector("80 0B 7540612E6578616D706C65 FFFF", #"{"identity":"u@a.example"}"#)
      ],
      refusals: ["", "800B", "8100"]),
    // 3GPP TS 31.103 §4.2.3.
    FileVectors(
      "EF.DOMAIN", in: .isim,
      [
        Vector("80 0B 696D732E6578616D706C65", #"{"domain":"ims.example"}"#)
      ],
      refusals: ["", "800B"]),
    // 3GPP TS 31.103 §4.2.4.
    FileVectors(
      "EF.IMPU", in: .isim,
      [
        Vector("80 0F 7369703A7540612E6578616D706C65 FFFF", #"{"identity":"sip:u@a.example"}"#)
      ],
      refusals: ["", "800F"]),
    // 3GPP TS 31.103 §4.2.7.
    FileVectors(
      "EF.IST", in: .isim,
      [
        Vector(
          "91",
          #"{"names":["pCSCFAddress","pCSCFDiscovery","messagesOverIP"],"services":[1,5,8]}"#)
      ],
      refusals: [""],
      ignoresFilling: false),
    // 3GPP TS 31.103 §4.2.8.
    FileVectors(
      "EF.P-CSCF", in: .isim,
      [
        Vector("80 0C 00 696D732E6578616D706C65 FF", #"{"address":"ims.example"}"#),
        Vector("80 05 01 C0000201", #"{"address":"192.0.2.1"}"#),
        Vector("80 11 02 20010DB8000000000000000000000001", #"{"address":"2001:db8:0:0:0:0:0:1"}"#),
      ],
      refusals: ["", "8000", "80020300", "800401C00002"]),
    // 3GPP TS 31.103 §4.2.6.
    FileVectors(
      "EF.ARR", in: .isim,
      [
        Vector(
          "80 01 02 A4 03 83 01 0A", #"{"rules":[{"condition":"adm1","operations":["update"]}]}"#)
      ],
      refusals: ["80"]),
    // 3GPP TS 31.103 §4.2.9.
    FileVectors(
      "EF.GBABP", in: .isim,
      [
        Vector(
          "02 A1A2 05 6240622E63 04 32303236",
          #"{"challenge":"A1A2","keyLifetime":"2026","transactionIdentifier":"b@b.c"}"#)
      ],
      refusals: ["", "10 A1"]),
    // 3GPP TS 31.103 §4.2.10.
    FileVectors(
      "EF.GBANL", in: .isim,
      [
        Vector(
          "80 10 6E61662E6578616D706C65 0100000002 81 05 6240622E63 FF",
          #"{"securityProtocol":"0100000002","service":"naf.example","transactionIdentifier":"b@b.c"}"#
        )
      ],
      refusals: ["", "80 05 0100000002"]),
    // 3GPP TS 31.103 §4.2.11.
    FileVectors(
      "EF.NAFKCA", in: .isim,
      [
        Vector("80 0B 6E61662E6578616D706C65 FF", #"{"keyCentre":"naf.example"}"#)
      ],
      refusals: ["", "8100"]),
    // 3GPP TS 31.102 §4.2.79.
    FileVectors(
      "EF.GBABP", in: .usim,
      [
        Vector(
          "04 A1A2A3A4 05 6240622E63 04 32303236",
          #"{"challenge":"A1A2A3A4","keyLifetime":"2026","transactionIdentifier":"b@b.c"}"#),
        // Nothing was agreed on.
        Vector("00 00 00", #"{"challenge":""}"#),
      ],
      refusals: ["", "10 A1", "00 05 62"]),
    // 3GPP TS 31.102 §4.2.83.
    FileVectors(
      "EF.GBANL", in: .usim,
      [
        Vector(
          "80 10 6E61662E6578616D706C65 0100000002 81 05 6240622E63 FF",
          #"{"securityProtocol":"0100000002","service":"naf.example","transactionIdentifier":"b@b.c"}"#
        )
      ],
      refusals: ["", "80 04 01000000 81 00", "80 05 0100000002"]),
    // 3GPP TS 31.102 §4.2.87.
    FileVectors(
      "EF.NAFKCA", in: .usim,
      [
        Vector("80 0B 6E61662E6578616D706C65 FF", #"{"keyCentre":"naf.example"}"#)
      ],
      refusals: ["", "8100", "8005"]),
  ]
}
