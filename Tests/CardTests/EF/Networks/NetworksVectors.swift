import Card

extension FileVectors {
  static let networks = [
    // 3GPP TS 31.102 §4.2.84.
    FileVectors(
      "EF.EHPLMN", in: .usim,
      [
        Vector("64F000 64F070 FFFFFF FFFFFF", #"{"plmns":["46000","46007"]}"#),
        Vector("130014", #"{"plmns":["310410"]}"#),
      ],
      refusals: ["", "64F0"]),
    // 3GPP TS 31.102 §4.2.54.
    FileVectors(
      "EF.HPLMNwAcT", in: .usim,
      [
        Vector(
          "64F000 C080 FFFFFF 0000",
          #"{"networks":[{"plmn":"46000","technologies":["utran","eUTRAN","gsm"]}]}"#)
      ],
      refusals: ["", "64F000", "64F00080"]),
    // 3GPP TS 31.102 §4.2.5.
    FileVectors(
      "EF.PLMNwAcT", in: .usim,
      [
        Vector(
          "32F402 5000 130014 0800",
          #"""
          {"networks":[{"plmn":"23420","technologies":["eUTRANNarrowband"]},{"plmn":"310410",
          "technologies":["ngRAN"]}]}
          """#),
        // LTE and GSM as a whole, or parts of them (tables 4.2.5.1 and 4.2.5.2).
        Vector(
          "64F000 4084 64F010 0088 64F020 708C 64F030 300C",
          #"""
          {"networks":[{"plmn":"46000","technologies":["eUTRAN","gsmWithoutECGSMIoT"]},
          {"plmn":"46001","technologies":["ecGSMIoT"]},
          {"plmn":"46002","technologies":["eUTRAN","gsm"]},
          {"plmn":"46003","technologies":[]}]}
          """#),
        Vector(
          "64F000 8F70",
          #"""
          {"networks":[{"plmn":"46000","technologies":["utran","ngRAN","satelliteNGRAN",
          "satelliteEUTRANWideband","satelliteEUTRANNarrowband","gsmCompact","cdma2000HRPD",
          "cdma20001xRTT"]}]}
          """#),
        // A gap.
        Vector(
          "FFFFFF 0000 130014 0800",
          #"{"networks":[{"plmn":"310410","technologies":["ngRAN"]}]}"#, isCanonical: false),
      ],
      refusals: ["", "64F000"]),
    // 3GPP TS 31.102 §4.2.53.
    FileVectors(
      "EF.OPLMNwAcT", in: .usim,
      [
        Vector(
          "62F210 6000 62F220 0030 62F230 0000",
          #"""
          {"networks":[{"plmn":"26201","technologies":["eUTRANWideband"]},{"plmn":"26202",
          "technologies":["cdma2000HRPD","cdma20001xRTT"]},{"plmn":"26203",
          "technologies":[]}]}
          """#)
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.6.
    FileVectors(
      "EF.HPPLMN", in: .usim,
      [
        // Units of six minutes.
        Vector("0A", #"{"searchInterval":60}"#),
        Vector("00", #"{"searchInterval":0}"#),
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.66.
    FileVectors(
      "EF.SPDI", in: .usim,
      [
        Vector("A3 08 80 06 64F000 64F010 FFFF", #"{"plmns":["46000","46001"]}"#),
        Vector("A3 02 80 00", #"{"plmns":[]}"#),
      ],
      refusals: ["", "A300", "A30480020000", "A2028000"]),
    // 3GPP TS 31.102 §4.2.58.
    FileVectors(
      "EF.PNN", in: .usim,
      [
        // Packed septets with four bits to spare, and UCS2.
        Vector(
          "43 05 84 D4F29C0E 45 05 90 4E2D56FD FFFF", #"{"fullName":"Test","shortName":"中国"}"#),
        // Eight septets fill seven octets; without spare bits there are eight.
        Vector("43 08 80 E7B4D97C0E9BCD", #"{"fullName":"giffgaff"}"#),
        // Seven leave seven bits.
        Vector("43 08 87 E7B4D97C0E9B01", #"{"fullName":"giffgaf"}"#),
        Vector("43 01 80 80 03 4F7061", #"{"additionalInformation":"Opa","fullName":""}"#),
      ],
      refusals: ["43", "4300", "4302A041"]),
    // 3GPP TS 31.102 §4.2.89.
    FileVectors(
      "EF.PNNI", in: .usim,
      [
        Vector("81 02 01 04 FF", #"{"icons":[{"imageRecord":4,"replacesName":true}]}"#)
      ],
      refusals: ["8100"]),
    // 3GPP TS 31.102 §4.2.59.
    FileVectors(
      "EF.OPL", in: .usim,
      [
        // Everywhere.
        Vector(
          "64F000 0000 FFFE 01",
          #"{"firstArea":0,"lastArea":65534,"nameRecord":1,"plmn":"46000"}"#),
        // Any network of a country.
        Vector(
          "64F0DD 1000 10FF 00",
          #"{"firstArea":4096,"lastArea":4351,"nameRecord":0,"plmn":"460xx"}"#),
        Vector(
          "13D0DD 0000 FFFE 02",
          #"{"firstArea":0,"lastArea":65534,"nameRecord":2,"plmn":"310xxx"}"#),
      ],
      refusals: ["", "64F000", "FFFFFF 0000 0000 00"]),
    // 3GPP TS 31.102 §4.2.85.
    FileVectors(
      "EF.EHPLMNPI", in: .usim,
      [
        Vector("00", #"{"presentation":"noPreference"}"#),
        Vector("01", #"{"presentation":"highestPriority"}"#),
        Vector("02", #"{"presentation":"all"}"#),
        Vector("05", #"{"presentation":"code05"}"#),
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.96.
    FileVectors(
      "EF.PWS", in: .usim,
      [
        Vector("00", #"{"ignoresWarningsAtHome":false,"ignoresWarningsWhenRoaming":false}"#),
        Vector("02 00", #"{"ignoresWarningsAtHome":false,"ignoresWarningsWhenRoaming":true}"#),
        // Bits without a meaning.
        Vector(
          "FD", #"{"ignoresWarningsAtHome":true,"ignoresWarningsWhenRoaming":false}"#,
          isCanonical: false),
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.112.
    FileVectors(
      "EF.EARFCNList", in: .usim,
      [
        // Half of the way to the pole, an eighth of the way around; the same to the south and west.
        Vector(
          "A0 1A 80 04 000004B0 81 12 400000 200000 C00000 E00000 000000 000000",
          #"{"carriers":[{"areas":[[{"latitude":45,"longitude":45},{"latitude":-45,"longitude":-45},{"latitude":0,"longitude":0}]],"earfcn":1200}]}"#
        ),
        Vector("A0 06 80 04 00000005 FFFF", #"{"carriers":[{"areas":[],"earfcn":5}]}"#),
      ],
      refusals: ["A0", "A0 02 81 00", "A0 0D 80 04 000004B0 81 05 4000002000"]),
    // 3GPP TS 31.102 §4.2.103.
    FileVectors(
      "EF.ePDGId", in: .usim,
      [
        Vector(
          "80 0D 00 657064672E6578616D706C65 80 05 01 C0000201 FF",
          #"{"addresses":["epdg.example","192.0.2.1"]}"#),
        Vector(
          "80 11 02 20010DB8000000000000000000000023", #"{"addresses":["2001:db8:0:0:0:0:0:23"]}"#),
        Vector("FFFF", #"{"addresses":[]}"#),
      ],
      refusals: ["8000", "80 02 03 00", "80 04 01 C00002"]),
    // 3GPP TS 31.102 §4.2.104.
    FileVectors(
      "EF.ePDGSelection", in: .usim,
      [
        // D stands for any digit.
        Vector(
          "80 0C 64F010 0001 00 DDDDDD 000A 01 FF",
          #"{"networks":[{"nameFormat":"operatorIdentifier","plmn":"46001","priority":1},{"nameFormat":"location","plmn":"xxxxxx","priority":10}]}"#
        ),
        Vector(
          "80 06 130014 0102 07",
          #"{"networks":[{"nameFormat":"format07","plmn":"310410","priority":258}]}"#),
        Vector("80 00", #"{"networks":[]}"#),
      ],
      refusals: ["80", "80 05 64F010 0001"]),
    // 3GPP TS 31.102 §4.2.103.
    FileVectors(
      "EF.ePDGIdEm", in: .usim,
      [
        Vector("80 0D 00 657064672E6578616D706C65", #"{"addresses":["epdg.example"]}"#)
      ],
      refusals: ["8000"]),
    // 3GPP TS 31.102 §4.2.104.
    FileVectors(
      "EF.ePDGSelectionEm", in: .usim,
      [
        Vector(
          "80 06 64F010 0001 00",
          #"{"networks":[{"nameFormat":"operatorIdentifier","plmn":"46001","priority":1}]}"#)
      ],
      refusals: ["80"]),
    // 3GPP TS 51.011 §10.3.4.
    FileVectors(
      "EF.PLMNsel", in: .gsm,
      [
        Vector("64F010 62F210 FFFFFF", #"{"plmns":["46001","26201"]}"#)
      ],
      refusals: ["", "64F0"]),
  ]
}
