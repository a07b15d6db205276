import Card

extension FileVectors {
  static let calls = [
    // 3GPP TS 31.102 §4.2.34.
    FileVectors(
      "EF.OCI", in: .usim,
      [
        Vector(
          "4A6F 08 91 683119325476F8FFFFFF FF FF 62113271050023 000030 FFFFFF",
          #"""
          {"duration":48,"name":"Jo","number":"+8613912345678",
          "time":"2026-11-23T17:50:00+08:00"}
          """#),
        // Bit 4 of the last byte is the sign.
        Vector(
          "08 91 683119325476F8FFFFFF FF FF 6211327105000A 000001 FFFFFF",
          #"{"duration":1,"number":"+8613912345678","time":"2026-11-23T17:50:00-05:00"}"#),
        // There is no thirteenth month.
        Vector(
          "08 91 683119325476F8FFFFFF FF FF 62313271050023 000001 FFFFFF",
          #"{"duration":1,"number":"+8613912345678"}"#),
      ],
      refusals: ["", "FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFF"]),
    // 3GPP TS 31.102 §4.2.33.
    FileVectors(
      "EF.ICI", in: .usim,
      [
        // No number, no offset from UTC, no duration.
        Vector(
          "FFFFFFFF FFFFFFFF FFFFFFFF FFFF 422092900310FF FFFFFF 01 FFFFFF",
          #"{"isAnswered":false,"time":"2024-02-29T09:30:01"}"#),
        Vector(
          "08 91 683119325476F8FFFFFF FF FF 62113271050023 000030 00 FFFFFF",
          #"""
          {"duration":48,"isAnswered":true,"number":"+8613912345678",
          "time":"2026-11-23T17:50:00+08:00"}
          """#),
      ],
      refusals: ["", "FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFF"]),
    // 3GPP TS 31.102 §4.2.36.
    FileVectors(
      "EF.OCT", in: .usim,
      [
        Vector("000E10", #"{"duration":3600}"#)
      ],
      refusals: ["", "000E"]),
    // 3GPP TS 31.102 §4.2.35.
    FileVectors(
      "EF.ICT", in: .usim,
      [
        Vector("000030", #"{"duration":48}"#)
      ],
      refusals: ["", "0000"]),
    // 3GPP TS 31.102 §4.2.9.
    FileVectors(
      "EF.ACM", in: .usim,
      [
        Vector("00007B", #"{"units":123}"#)
      ],
      refusals: ["", "0000"]),
    // 3GPP TS 31.102 §4.2.7.
    FileVectors(
      "EF.ACMmax", in: .usim,
      [
        Vector("0003E8", #"{"limit":1000}"#),
        // No limit.
        Vector("000000", #"{}"#),
      ],
      refusals: ["", "0003"]),
    // 3GPP TS 31.102 §4.2.13.
    FileVectors(
      "EF.PUCT", in: .usim,
      [
        Vector("434E59 0232", #"{"currency":"CNY","exponent":-1,"price":34}"#),
        // Not used.
        Vector("FFFFFF 0000", #"{"exponent":0,"price":0}"#),
        Vector("455552 7BC1", #"{"currency":"EUR","exponent":6,"price":1969}"#),
      ],
      refusals: ["", "434E59 02"]),
  ]
}
