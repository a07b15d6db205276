import Card

extension EFOPLMNwAcT: VectoredFile {
  /// 3GPP TS 31.102 §4.2.53.
  static let vectors = [
    Vector(
      "62F210 6000 62F220 0030 62F230 0000",
      #"""
      {"networks":[{"plmn":"26201","technologies":["eUTRANWideband"]},{"plmn":"26202",
      "technologies":["cdma2000HRPD","cdma20001xRTT"]},{"plmn":"26203",
      "technologies":[]}]}
      """#)
  ]

  static let refusals = [""]
}
