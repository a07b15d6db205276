import Card

extension FileVectors {
  static let contacts = [
    // 3GPP TS 31.102 §4.2.26.
    FileVectors(
      "EF.MSISDN", in: .usim,
      [
        // No room for a name.
        Vector("08 91 683119325476F8FFFFFF FF FF", #"{"number":"+8613912345678"}"#),
        Vector("FFFFFFFF FFFFFFFF FFFFFFFF FFFF", #"{}"#),
      ],
      refusals: ["", "FFFFFFFF FFFFFFFF FFFFFFFF FF"]),
    // 3GPP TS 31.102 §4.2.24.
    FileVectors(
      "EF.FDN", in: .usim,
      [
        // Twenty digits, and more in the extension.
        Vector(
          "FFFF 0B 81 10325476981032547698 01 02",
          #"{"capabilityRecord":1,"extensionRecord":2,"number":"01234567890123456789"}"#)
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.44.
    FileVectors(
      "EF.BDN", in: .usim,
      [
        // One byte more than other records of numbers.
        Vector(
          "4E6F 04 81 1900F0FFFFFFFFFFFFFF FF FF 03",
          #"{"comparisonRecord":3,"name":"No","number":"91000"}"#)
      ],
      refusals: ["", "FFFFFFFF FFFFFFFF FFFFFFFF FFFF"]),
    // 3GPP TS 31.102 §4.2.29.
    FileVectors(
      "EF.SDN", in: .usim,
      [
        // A stands for the star, B for the hash.
        Vector("42616CFF 04 81 1A00FBFFFFFFFFFFFFFF FF FF", #"{"name":"Bal","number":"*100#"}"#)
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.60.
    FileVectors(
      "EF.MBDN", in: .usim,
      [
        Vector("566D 03 81 21F3FFFFFFFFFFFFFFFF FF FF", #"{"name":"Vm","number":"123"}"#),
        // C is a pause, D any digit.
        Vector("FF 04 81 C1D2F3FFFFFFFFFFFFFF FF FF", #"{"number":"1p2?3"}"#),
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.21.
    FileVectors(
      "EF.ECC", in: .usim,
      [
        Vector("11F2FF FFFF 00", #"{"number":"112","services":[]}"#),
        Vector("11F0FF 506F 01", #"{"name":"Po","number":"110","services":["police"]}"#),
        // Bits, not ordinals.
        Vector("11F9FF 06", #"{"number":"119","services":["ambulance","fireBrigade"]}"#),
        Vector("11F2FF 60", #"{"number":"112","services":["manualECall","automaticECall"]}"#),
      ],
      refusals: ["", "11F2FF"]),
    // 3GPP TS 51.011 §10.5.1.
    FileVectors(
      "EF.ADN", in: .telecom,
      [
        Vector(
          "4A6FFFFFFFFF 08 91 683119325476F8FFFFFF FF FF",
          #"{"name":"Jo","number":"+8613912345678"}"#),
        // A free record.
        Vector("FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF", #"{}"#),
        Vector(
          "80 4E2D 08 91 683119325476F8FFFFFF FF FF", #"{"name":"中","number":"+8613912345678"}"#),
        // A length that goes beyond the digits.
        Vector("08 81 683119 FFFFFFFFFFFFFF FF FF", #"{"number":"861391"}"#, isCanonical: false),
      ],
      refusals: ["", "FFFFFFFF FFFFFFFF FFFFFFFF FF"]),
    // 3GPP TS 51.011 §10.5.8.
    FileVectors(
      "EF.LND", in: .telecom,
      [
        Vector("08 91 683119325476F8FFFFFF FF FF", #"{"number":"+8613912345678"}"#)
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.62.
    FileVectors(
      "EF.MBI", in: .usim,
      [
        Vector("01 02 00 00 03", #"{"fax":2,"videomail":3,"voicemail":1}"#),
        // Without video mail.
        Vector("01 00 04 05", #"{"email":4,"other":5,"voicemail":1}"#),
        Vector("00 00 00 00 FF", #"{}"#),
      ],
      refusals: ["", "010203"]),
    // 3GPP TS 31.102 §4.2.64.
    FileVectors(
      "EF.CFIS", in: .usim,
      [
        Vector(
          "01 01 08 91 683119325476F8FFFFFF FF FF",
          #"{"forwarded":["voice"],"number":"+8613912345678","profile":1}"#),
        // Nothing is forwarded.
        Vector("02 00 FF FF FFFFFFFFFFFFFFFFFFFF FF FF", #"{"forwarded":[],"profile":2}"#),
        // Fax, data, and a bit without a meaning; records of other files.
        Vector(
          "01 0E 03 81 1100FFFFFFFFFFFFFFFF 02 03",
          #"{"capabilityRecord":2,"extensionRecord":3,"forwarded":["fax","data","bit4"],"number":"1100","profile":1}"#
        ),
      ],
      refusals: ["", "01 01 08 91"]),
    // 3GPP TS 51.011 §10.3.27.
    FileVectors(
      "EF.ECC", in: .gsm,
      [
        Vector("11F2FF 11F0FF FFFFFF", #"{"numbers":["112","110"]}"#),
        Vector("FFFFFF 11F9FF", #"{"numbers":["119"]}"#, isCanonical: false),
      ],
      refusals: ["", "11F2"]),
  ]
}
