/// Records written by hand from 3GPP TS 31.102 §4.2.25 and TS 23.040 §9.2.2.
enum SMSVectors {
  /// To +447700900012 from +447785016005, 2024-01-31 12:30:00 +01:00, "hellohello" in septets.
  static let deliver =
    "01 07914477581006 50 04 0C91447700090021 00 00 42101321030040 0A E8329BFD4697D9EC37 FFFFFF"
  /// From "giffgaff", UCS2, class 1: "é😀", and half a unit.
  static let ucs2 =
    "03 00 04 0ED0E7B4D97C0E9BCD 00 19 4210132103004A 07 00E9 D83DDE00 00 FFFF"
  /// To a short code, no validity period, "hi".
  static let submit = "05 00 01 2A 0581 0600F0 00 00 02 E834 FFFF"
  /// To a short code, relative validity period of a day, a report asked for, 8-bit data with ports
  /// 2948 and 9200.
  static let submitData = "1D 00 71 2B 0581 0600F0 00 F5 A7 09 06 0504 0B84 23F0 CAFE FFFF"
  /// To a short code, absolute validity period, yet to be sent.
  static let submitAbsolute = "07 00 19 FF 0581 0600F0 00 00 42101321030040 02 E834 FFFF"
  /// To a short code, enhanced validity period.
  static let submitEnhanced = "0D 00 09 2C 0581 0600F0 00 00 01A70000000000 02 E834 FFFF"
  /// Part 2 of 3, reference 42: a header of six bytes and one fill bit, "hi".
  static let part = "01 00 44 0581 0600F0 00 00 42101321030000 09 050003 2A0302 D069 FFFF"
  /// Two voice mails are waiting.
  static let waiting = "01 00 44 0581 0600F0 00 C8 42101321030000 06 040102 8002 00 FFFF"
  /// Turkish behind the escape and in the alphabet's place: a header of seven bytes, no fill bits,
  /// "ğĞ".
  static let turkish = "01 00 40 0581 0600F0 00 00 42101321030000 0B 06 240101 250101 8C CD 11 FFFF"
  /// A status report in EF.SMS: received.
  static let report =
    "01 00 06 2A 0C91447700090021 42101321030040 42101321130040 00 FFFFFFFF"
  /// A message without text.
  static let empty = "01 00 00 00 81 00 00 FFFFFFFFFFFFFF 00 FFFF"

  static let records = [
    deliver, ucs2, submit, submitData, submitAbsolute, submitEnhanced, part, waiting, turkish,
    report, empty,
  ]

  /// Records of EF.SMSR: what a report on record 5 may end with.
  static let reports = [
    "05 06 2A 0C91447700090021 42101321030040 42101321130040 00 FFFFFFFF",
    "05 06 2A 0C91447700090021 42101321030040 42101321130040 46 07 00 00 02 E834",
    "05 06 2A 0C91447700090021 42101321030040 42101321130040 20 85 00 40 02 E834",
    "05 06 2A 0C91447700090021 42101321030040 42101321130040 00 07",
    "00 FFFFFFFF",
  ]
}
