import Card

extension FileVectors {
  static let identity = [
    // ETSI TS 102 221 §13.2.
    FileVectors(
      "EF.ICCID", in: .masterFile,
      [
        Vector("98680021436587092173", #"{"iccid":"89860012345678901237"}"#),
        // 19 digits.
        Vector("984411002143658709F5", #"{"iccid":"8944110012345678905"}"#),
        // Letters, as China Mobile has them.
        Vector("9868005B214365870921", #"{"iccid":"898600B5123456789012"}"#),
      ],
      refusals: ["", "FFFFFFFF FFFFFFFF FFFF", "9868"]),
    // ETSI TS 102 221 §13.1.
    FileVectors(
      "EF.DIR", in: .masterFile,
      [
        Vector(
          "61 11 4F 07 A0000000871002 50 06 5573696D3132 FFFF",
          #"{"aid":"A0000000871002","label":"Usim12"}"#),
        // No label.
        Vector("61 09 4F 07 A0000000871004 FFFF", #"{"aid":"A0000000871004"}"#),
        // What the provider adds.
        Vector(
          "61 18 4F 07 A0000000871002 50 04 5573696D 73 07 A0 05 8003010203 FF",
          #"""
          {"aid":"A0000000871002","discretionaryData":[{"tag":"A0","value":"8003010203"}],
          "label":"Usim"}
          """#),
        // It need not be data objects.
        Vector(
          "61 0D 4F 07 A0000000871002 73 02 8005",
          #"{"aid":"A0000000871002","discretionaryData":[{"tag":"73","value":"8005"}]}"#,
          isCanonical: false),
      ],
      refusals: ["", "FFFF", "6100", "61024F00", "60024F01"]),
    // ETSI TS 102 221 §13.3.
    FileVectors(
      "EF.PL", in: .masterFile,
      [
        Vector("7A68 656E FFFF", #"{"languages":["zh","en"]}"#),
        Vector("FFFF 6465", #"{"languages":["de"]}"#, isCanonical: false),
      ],
      refusals: ["", "65"]),
    // ETSI TS 102 221 §13.4.
    FileVectors(
      "EF.ARR", in: .masterFile,
      [
        Vector(
          "80 01 01 90 00 80 01 02 A4 06 83 01 0A 95 01 08 80 01 18 97 00 FFFF",
          #"""
          {"rules":[{"condition":"always","operations":["read"]},{"condition":"adm1",
          "operations":["update"]},{"condition":"never","operations":["deactivate",
          "activate"]}]}
          """#),
        // INCREASE is named by its instruction; one of two keys is enough.
        Vector(
          "84 01 32 A0 10 A4 06 83 01 01 95 01 08 A4 06 83 01 8A 95 01 08",
          #"{"rules":[{"condition":"pin1 or adm6","operations":["increase"]}]}"#),
        // Both keys are needed.
        Vector(
          "80 01 03 AF 10 A4 06 83 01 01 95 01 08 A4 06 83 01 81 95 01 08",
          #"{"rules":[{"condition":"pin1 and pin2","operations":["read","update"]}]}"#),
        // Conditions one after the other: one is enough.
        Vector(
          "80 01 01 A4 06 83 01 01 95 01 08 A4 06 83 01 0A 95 01 08",
          #"{"rules":[{"condition":"pin1 or adm1","operations":["read"]}]}"#),
      ],
      refusals: ["80", "8001", "800101A400A0", "800101A4038301"]),
    // ETSI TS 102 221 §13.6.
    FileVectors(
      "EF.UMPC", in: .masterFile,
      [
        Vector(
          "28 0A 03 FFFF",
          #"""
          {"maximumCurrent":40,"needsIncreasedIdleCurrent":true,"operatorTimeout":10,
          "supportsSuspension":true}
          """#),
        Vector(
          "32 1E 00 FFFF",
          #"""
          {"maximumCurrent":50,"needsIncreasedIdleCurrent":false,"operatorTimeout":30,
          "supportsSuspension":false}
          """#),
      ],
      refusals: ["", "280A"]),
    // 3GPP TS 31.102 §4.2.1.
    FileVectors(
      "EF.LI", in: .usim,
      [
        Vector("6672 6465", #"{"languages":["fr","de"]}"#)
      ],
      refusals: ["", "65"]),
    // 3GPP TS 31.102 §4.2.2.
    FileVectors(
      "EF.IMSI", in: .usim,
      [
        // 15 digits are odd (9), 14 even (1).
        Vector("08 49 06 00 21 43 65 87 09", #"{"imsi":"460001234567890"}"#),
        Vector("08 41 06 00 21 43 65 87 F9", #"{"imsi":"46000123456789"}"#),
        Vector("04 21 33 01 F1", #"{"imsi":"233101"}"#),
      ],
      refusals: [
        "", "00 49", "03 29 33 01", "08 4906", "09 490600214365870911", "08 FFFFFFFFFFFFFFFF", "FF",
      ]),
    // 3GPP TS 31.102 §4.2.18.
    FileVectors(
      "EF.AD", in: .usim,
      [
        Vector(
          "00 0000 02",
          #"{"additionalInformation":"0000","facilities":[],"mncLength":2,"operationMode":"normal"}"#
        ),
        Vector(
          "81 0001 F3",
          #"""
          {"additionalInformation":"0001","facilities":["cipheringIndicator"],"mncLength":3,
          "operationMode":"typeApprovalWithSpecificFacilities"}
          """#),
        // Cards of 2G leave the length of the MNC out, or have something else there.
        Vector(
          "00 0000", #"{"additionalInformation":"0000","facilities":[],"operationMode":"normal"}"#),
        Vector(
          "00 0000 FF",
          #"{"additionalInformation":"0000","facilities":[],"operationMode":"normal"}"#),
        Vector(
          "04 0000 02",
          #"{"additionalInformation":"0000","facilities":[],"mncLength":2,"operationMode":"cellTest"}"#
        ),
        Vector(
          "7F 0000 02",
          #"{"additionalInformation":"0000","mncLength":2,"operationMode":"mode7F"}"#
        ),
        // What phones are to do.
        Vector(
          "01 001F 02",
          #"""
          {"additionalInformation":"001F","facilities":["cipheringIndicator",
          "csgDisplayControl","proSeForPublicSafety","extendedDRX","bit5"],"mncLength":2,
          "operationMode":"normalWithSpecificFacilities"}
          """#),
        // In maintenance the bits are the manufacturer's own.
        Vector(
          "02 0001 02",
          #"{"additionalInformation":"0001","mncLength":2,"operationMode":"maintenance"}"#),
      ],
      refusals: ["", "00", "0000"]),
    // 3GPP TS 31.102 §4.2.12.
    FileVectors(
      "EF.SPN", in: .usim,
      [
        Vector(
          "01 6769666667616666 FFFFFFFFFFFFFFFF",
          #"{"isHiddenWhenRoaming":false,"name":"giffgaff","showsNetworkAtHome":true}"#),
        // Filled up with 00, which is no at sign here.
        Vector(
          "01 434D4343 000000000000000000000000",
          #"{"isHiddenWhenRoaming":false,"name":"CMCC","showsNetworkAtHome":true}"#,
          isCanonical: false),
        // None was ever written, and an empty one.
        Vector(
          "01 FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
          #"{"isHiddenWhenRoaming":false,"showsNetworkAtHome":true}"#),
        Vector(
          "01 00000000000000000000000000000000",
          #"{"isHiddenWhenRoaming":false,"name":"","showsNetworkAtHome":true}"#,
          isCanonical: false),
        // UCS2.
        Vector(
          "02 80 4E2D56FD FFFFFFFFFFFFFFFFFFFFFF",
          #"{"isHiddenWhenRoaming":true,"name":"中国","showsNetworkAtHome":false}"#),
        // A half page of UCS2.
        Vector(
          "00 81 02 08 94B0 FFFFFFFFFFFFFFFFFFFFFF",
          #"{"isHiddenWhenRoaming":false,"name":"Да","showsNetworkAtHome":false}"#,
          isCanonical: false),
        // The extension table.
        Vector(
          "00 1B65 FFFF", #"{"isHiddenWhenRoaming":false,"name":"€","showsNetworkAtHome":false}"#),
        Vector("00 FFFF", #"{"isHiddenWhenRoaming":false,"showsNetworkAtHome":false}"#),
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.88.
    FileVectors(
      "EF.SPNI", in: .usim,
      [
        // An icon on a network, and one in EF.IMG.
        Vector(
          "80 0C 01 612E6578616D706C652F69 81 02 02 03 FFFF",
          #"""
          {"icons":[{"replacesName":true,"uri":"a.example/i"},{"imageRecord":3,
          "replacesName":false}]}
          """#)
      ],
      refusals: ["8000", "80", "810101"]),
    // 3GPP TS 31.102 §4.2.10.
    FileVectors(
      "EF.GID1", in: .usim,
      [
        Vector("50 8F FFFF", #"{"identifier":"508F"}"#)
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.11.
    FileVectors(
      "EF.GID2", in: .usim,
      [
        Vector("0A", #"{"identifier":"0A"}"#),
        Vector("00 FF", #"{"identifier":"00"}"#),
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.15.
    FileVectors(
      "EF.ACC", in: .usim,
      [
        Vector("0008", #"{"classes":[3]}"#),
        Vector("8200", #"{"classes":[9,15]}"#),
      ],
      refusals: ["", "00"]),
    // 3GPP TS 31.102 §4.2.55.
    FileVectors(
      "EF.ARR", in: .usim,
      [
        Vector("80 01 01 90 00", #"{"rules":[{"condition":"always","operations":["read"]}]}"#)
      ],
      refusals: ["80", "800101A400A0"]),
    // 3GPP TS 51.011 §10.3.2.
    FileVectors(
      "EF.LP", in: .gsm,
      [
        Vector("01 00 FF", #"{"languages":["en","de"]}"#),
        // A number without a language.
        Vector("23 2F", #"{"languages":["ru","code2F"]}"#),
        // A blank place.
        Vector("FF 03", #"{"languages":["fr"]}"#, isCanonical: false),
      ],
      refusals: [""]),
  ]
}
