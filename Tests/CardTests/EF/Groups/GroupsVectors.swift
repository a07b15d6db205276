import Card

extension FileVectors {
  static let groups = [
    // 3GPP TS 31.102 §4.2.73.
    FileVectors(
      "EF.VGCS", in: .usim,
      [
        Vector(
          "21436587 2143F5FF FFFFFFFF",
          #"{"groups":[{"identifier":"12345678","number":1},{"identifier":"12345","number":2}]}"#),
        // Groups keep their numbers across a gap.
        Vector("FFFFFFFF 21436587", #"{"groups":[{"identifier":"12345678","number":2}]}"#),
      ],
      refusals: ["", "214365"]),
    // 3GPP TS 31.102 §4.2.74.
    FileVectors(
      "EF.VGCSS", in: .usim,
      [
        Vector("01 00 00 00 00 00 FE", #"{"activated":[1,50]}"#),
        Vector("00 80 00 00 00 00 FC", #"{"activated":[16]}"#),
        Vector(
          "FF FF FF FF FF FF FC",
          #"{"activated":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48]}"#
        ),
      ],
      refusals: ["", "000000000000"]),
    // 3GPP TS 31.102 §4.2.75.
    FileVectors(
      "EF.VBS", in: .usim,
      [
        Vector("21F3FFFF", #"{"groups":[{"identifier":"123","number":1}]}"#)
      ],
      refusals: ["", "21F3FF"]),
    // 3GPP TS 31.102 §4.2.76.
    FileVectors(
      "EF.VBSS", in: .usim,
      [
        Vector("02 00 00 00 00 00 FC", #"{"activated":[2]}"#)
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.2.77.
    FileVectors(
      "EF.VGCSCA", in: .usim,
      [
        Vector(
          "01 03 00 08",
          #"{"groups":[{"firstKey":"A5/1","secondKey":"A5/3"},{"firstKey":"none","secondKey":"algorithm08"}]}"#
        ),
        Vector("07 00 FF FF", #"{"groups":[{"firstKey":"A5/7","secondKey":"none"}]}"#),
      ],
      refusals: ["", "01"]),
    // 3GPP TS 31.102 §4.2.78.
    FileVectors(
      "EF.VBSCA", in: .usim,
      [
        Vector("02 02", #"{"groups":[{"firstKey":"A5/2","secondKey":"A5/2"}]}"#)
      ],
      refusals: ["", "01"]),
    // 3GPP TS 31.102 §4.4.6.2.
    FileVectors(
      "EF.ACSGL", in: .homeNodeB,
      [
        // 27 bits of the last four bytes.
        Vector(
          "A0 0D 80 03 62F210 81 06 00 00 000002E0 FF",
          #"{"lists":[{"groups":[{"identifier":23}],"plmn":"26201"}]}"#),
        Vector(
          "A0 15 80 03 62F210 81 06 01 02 0000003F 81 06 00 03 FFFFFFE0",
          #"{"lists":[{"groups":[{"identifier":1,"nameRecord":2,"typeRecord":1},{"identifier":134217727,"nameRecord":3}],"plmn":"26201"}]}"#
        ),
        Vector("FFFF", #"{"lists":[]}"#),
      ],
      refusals: ["A0", "A0 06 81 04 0000 0000"]),
    // 3GPP TS 31.102 §4.4.6.3.
    FileVectors(
      "EF.CSGT", in: .homeNodeB,
      [
        Vector(
          "89 06 81 03 00 666F6F 80 09 612E6578616D706C65 FF", #"{"text":"foo","uri":"a.example"}"#),
        Vector("81 01 05", #"{"imageRecord":5}"#),
      ],
      refusals: ["89", "8905"]),
    // 3GPP TS 31.102 §4.4.6.4.
    FileVectors(
      "EF.HNBN", in: .homeNodeB,
      [
        Vector("80 06 4F6666696365 FF", #"{"name":"Office"}"#)
      ],
      refusals: ["", "8100"]),
    // 3GPP TS 31.102 §4.4.6.5.
    FileVectors(
      "EF.OCSGL", in: .homeNodeB,
      [
        Vector(
          "A0 10 80 03 62F210 81 06 00 00 000002E0 82 01 01",
          #"{"lists":[{"groups":[{"identifier":23}],"plmn":"26201","showsOnlyListed":true}]}"#),
        Vector(
          "A0 08 80 03 FFFFFF 82 01 00", #"{"lists":[{"groups":[],"showsOnlyListed":false}]}"#),
      ],
      refusals: ["A0", "A0 02 82 00"]),
    // 3GPP TS 31.102 §4.4.6.6.
    FileVectors(
      "EF.OCSGT", in: .homeNodeB,
      [
        Vector("89 05 8045464748", #"{"text":"䕆䝈"}"#)
      ],
      refusals: ["89"]),
    // 3GPP TS 31.102 §4.4.6.7.
    FileVectors(
      "EF.OHNBN", in: .homeNodeB,
      [
        Vector("80 03 4C6162", #"{"name":"Lab"}"#)
      ],
      refusals: [""]),
  ]
}
