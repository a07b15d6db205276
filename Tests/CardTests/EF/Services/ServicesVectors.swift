import Card

extension FileVectors {
  static let services = [
    // 3GPP TS 31.102 §4.2.8.
    FileVectors(
      "EF.UST", in: .usim,
      [
        // Bit 1 of byte 1 is service 1, bit 5 of byte 11 service 85.
        Vector(
          "0A0201 00000000000000 10",
          #"""
          {"names":["fixedDialling","serviceDialling","messageStorage","groupIdentifier1",
          "epsMobilityManagement"],"services":[2,4,10,17,85]}
          """#),
        Vector(
          "0000000000000000000000000000000A",
          #"""
          {"names":["fiveGSMobilityManagement","subscriptionIdentifierPrivacy"],
          "services":[122,124]}
          """#),
      ],
      refusals: [""],
      ignoresFilling: false),
    // 3GPP TS 31.102 §4.2.47.
    FileVectors(
      "EF.EST", in: .usim,
      [
        Vector("01", #"{"names":["fixedDialling"],"services":[1]}"#),
        Vector("00", #"{"names":[],"services":[]}"#),
      ],
      refusals: [""],
      ignoresFilling: false),
    // 3GPP TS 31.102 §4.2.93.
    FileVectors(
      "EF.UFC", in: .usim,
      [
        Vector("801E60", #"{"facilities":"801E60"}"#)
      ],
      refusals: [""],
      ignoresFilling: false),
    // 3GPP TS 51.011 §10.3.7.
    FileVectors(
      "EF.SST", in: .gsm,
      [
        // Two bits to a service: 1 and 4 are on, 2 is allocated only; 7 is on.
        Vector(
          "C730",
          #"""
          {"names":["pinCanBeDisabled","messageStorage","plmnSelector"],"notActivated":[2],
          "services":[1,4,7]}
          """#)
      ],
      refusals: [""],
      ignoresFilling: false),
    // 3GPP TS 51.011 §10.3.19.
    FileVectors(
      "EF.Phase", in: .gsm,
      [
        Vector("00", #"{"code":0,"phase":"phase1"}"#),
        Vector("02", #"{"code":2,"phase":"phase2"}"#),
        Vector("03", #"{"code":3,"phase":"phase2WithProfileDownload"}"#),
        Vector("04", #"{"code":4,"phase":"later"}"#),
      ],
      refusals: [""]),
    // CPHS 4.2.
    FileVectors(
      "EF.CPHS-ONS", in: .gsm,
      [
        Vector("4F70 FFFF", #"{"name":"Op"}"#)
      ],
      refusals: [""]),
    // CPHS 4.2.
    FileVectors(
      "EF.CPHS-InformationNumbers", in: .gsm,
      [
        Vector(
          "03 31 42616C 04 81 1A00FB FF",
          #"{"isNetworkSpecific":true,"isPremium":true,"level":1,"name":"Bal","number":"*100#"}"#),
        // A heading.
        Vector(
          "04 01 48656C70 FF FF",
          #"{"isNetworkSpecific":false,"isPremium":false,"level":1,"name":"Help"}"#),
      ],
      refusals: ["", "FFFF", "0431"]),
  ]
}
