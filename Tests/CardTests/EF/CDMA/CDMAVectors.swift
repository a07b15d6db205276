import Card

extension FileVectors {
  static let cdma = [
    // 3GPP2 C.S0065 §5.2.2.
    FileVectors(
      "EF.IMSI_M", in: .csim,
      [
        // 310 is 310 - 111 + 10 for its zero, and so on: D1, 63, 0C, 159|7|315.
        Vector("00 0C00 155F56 63 80 D100", #"{"imsi":"310001234567890","isProgrammed":true}"#),
        Vector("00 0000 000000 00 00 0000", #"{"isProgrammed":false}"#),
        // 1023 is more than three digits make.
        Vector("00 FF03 155F56 63 80 D100", #"{"isProgrammed":true}"#),
      ],
      refusals: ["", "00 0C00 155F56 63 80 D1"]),
    // 3GPP2 C.S0065 §5.2.35.
    FileVectors(
      "EF.MDN", in: .csim,
      [
        // A stands for 0.
        Vector("0A 5858551A32FFFFFF 09 00", #"{"digits":"8585550123"}"#),
        Vector("03 19F1FFFFFFFFFFFF 09 00", #"{"digits":"911"}"#),
      ],
      refusals: ["", "0A 5858"]),
    // 3GPP2 C.S0023 §3.4.31.
    FileVectors(
      "EF.SPN", in: .csim,
      [
        Vector(
          "01 08 01 54657374 FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF",
          #"{"encoding":8,"isShownAtHome":true,"language":1,"name":"Test"}"#),
        Vector(
          "00 04 06 4E2D56FD FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF",
          #"{"encoding":4,"isShownAtHome":false,"language":6,"name":"中国"}"#),
      ],
      refusals: ["", "0108"]),
    // 3GPP2 C.S0065 §5.2.18.
    FileVectors(
      "EF.CST", in: .csim,
      [
        Vector("0501", #"{"names":[],"services":[1,3,9]}"#)
      ],
      refusals: [""],
      ignoresFilling: false),
    // 3GPP2 C.S0023 §3.4.18.
    FileVectors(
      "EF.CST", in: .cdma,
      [
        Vector(
          "0F",
          #"""
          {"names":["pinCanBeDisabled","abbreviatedDialling"],"notActivated":[],"services":[1,
          2]}
          """#)
      ],
      refusals: [""],
      ignoresFilling: false),
    // 3GPP2 C.S0023 §3.4.2.
    FileVectors(
      "EF.IMSI_M", in: .cdma,
      [
        Vector("00 0C00 155F56 63 80 D100", #"{"imsi":"310001234567890","isProgrammed":true}"#)
      ],
      refusals: [""]),
    // 3GPP2 C.S0023 §3.4.27.
    FileVectors(
      "EF.MDN", in: .cdma,
      [
        Vector("03 19F1FFFFFFFFFFFF 09 00", #"{"digits":"911"}"#)
      ],
      refusals: [""]),
    // 3GPP2 C.S0023 §3.4.31.
    FileVectors(
      "EF.SPN", in: .cdma,
      [
        Vector(
          "01 08 01 54657374 FFFFFFFF",
          #"{"encoding":8,"isShownAtHome":true,"language":1,"name":"Test"}"#)
      ],
      refusals: ["", "0108"]),
  ]
}
