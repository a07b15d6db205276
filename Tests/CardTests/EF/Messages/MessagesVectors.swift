import Card

extension FileVectors {
  static let messages = [
    // 3GPP TS 31.102 §4.2.25.
    FileVectors(
      "EF.SMS", in: .usim,
      [
        Vector("01 0791 FFFF", #"{"status":"read"}"#),
        Vector("03 0791", #"{"status":"unread"}"#),
        // Bits 5 and 4 of a message sent tell of its report.
        Vector("05 0791", #"{"report":"notRequested","status":"sent"}"#),
        Vector("0D 0791", #"{"report":"pending","status":"sent"}"#),
        Vector("15 0791", #"{"report":"received","status":"sent"}"#),
        Vector("1D 0791", #"{"report":"stored","status":"sent"}"#),
        Vector("07 0791", #"{"status":"toBeSent"}"#),
        // A message that was deleted may still be there.
        Vector("00 0791", #"{"status":"free"}"#),
        Vector("FE", #"{"status":"free"}"#),
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.32.
    FileVectors(
      "EF.SMSR", in: .usim,
      [
        Vector("02 0600 FFFF", #"{"messageRecord":2}"#),
        Vector("00 FFFF", #"{}"#),
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.27.
    FileVectors(
      "EF.SMSP", in: .usim,
      [
        // A bit that is 0 means that the parameter is there.
        Vector(
          "4869 E1 FFFFFFFF FFFFFFFF FFFFFFFF 08 91 683108100005F0FFFFFF 00 00 A7",
          #"""
          {"dataCodingScheme":0,"name":"Hi","protocolIdentifier":0,
          "serviceCentre":"+8613800100500","validityMinutes":1440}
          """#),
        // The length of the destination counts digits, that of the centre bytes.
        Vector(
          "FE 0A 91 9451113254FFFFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FF FF FF",
          #"{"destination":"+4915112345"}"#),
        Vector("FFFF FF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFF", #"{}"#),
        // TS 23.040 §9.2.3.12.1, on both sides of its steps.
        Vector(
          "EF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FF FF 8F",
          #"{"validityMinutes":720}"#),
        Vector(
          "EF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FF FF 90",
          #"{"validityMinutes":750}"#),
        Vector(
          "EF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FF FF A8",
          #"{"validityMinutes":2880}"#),
        Vector(
          "EF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FF FF C4",
          #"{"validityMinutes":43200}"#),
        Vector(
          "EF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FF FF C5",
          #"{"validityMinutes":50400}"#),
        // What is marked absent is, whatever stands there.
        Vector(
          "FD FFFFFFFF FFFFFFFF FFFFFFFF 08 91 683108100005F0FFFFFF 00 00 00",
          #"{"serviceCentre":"+8613800100500"}"#, isCanonical: false),
      ],
      refusals: ["", "FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFF"]),
    // 3GPP TS 31.102 §4.2.28.
    FileVectors(
      "EF.SMSS", in: .usim,
      [
        Vector("05FF", #"{"isMemoryExceeded":false,"lastReference":5}"#),
        // Bit 1 is 0 when the memory was full.
        Vector("FFFE", #"{"isMemoryExceeded":true,"lastReference":255}"#),
      ],
      refusals: ["", "05"]),
    // 3GPP TS 31.102 §4.2.63.
    FileVectors(
      "EF.MWIS", in: .usim,
      [
        Vector(
          "03 02 01 00 00 00",
          #"""
          {"email":{"count":0,"isWaiting":false},"fax":{"count":1,"isWaiting":true},
          "other":{"count":0,"isWaiting":false},"videomail":{"count":0,"isWaiting":false},
          "voicemail":{"count":2,"isWaiting":true}}
          """#),
        // Without video mail.
        Vector(
          "0C 00 00 04 05",
          #"""
          {"email":{"count":4,"isWaiting":true},"fax":{"count":0,"isWaiting":false},
          "other":{"count":5,"isWaiting":true},"voicemail":{"count":0,"isWaiting":false}}
          """#),
        Vector(
          "10 00 00 00 00 03 FF",
          #"""
          {"email":{"count":0,"isWaiting":false},"fax":{"count":0,"isWaiting":false},
          "other":{"count":0,"isWaiting":false},"videomail":{"count":3,"isWaiting":true},
          "voicemail":{"count":0,"isWaiting":false}}
          """#),
      ],
      refusals: ["", "03 02 01 00"]),
    // 3GPP TS 31.102 §4.2.14: message identifiers, FFFF where none is.
    FileVectors(
      "EF.CBMI", in: .usim,
      [
        Vector("0032 00DD FFFF", #"{"topics":[50,221]}"#),
        Vector("FFFF 1112", #"{"topics":[4370]}"#, isCanonical: false),
        Vector("FFFF FFFF", #"{"topics":[]}"#),
      ],
      refusals: ["", "00"]),
    // 3GPP TS 31.102 §4.2.20.
    FileVectors(
      "EF.CBMID", in: .usim, [Vector("1001 FFFF", #"{"topics":[4097]}"#)], refusals: ["", "10"]),
    // 3GPP TS 31.102 §4.5.9.
    FileVectors(
      "EF.PSISMSC", in: .telecom,
      [
        Vector("80 12 74656C3A2B38363133383030313030353030 FFFF", #"{"uri":"tel:+8613800100500"}"#)
      ],
      refusals: ["", "8005", "8100"]),
  ]
}
