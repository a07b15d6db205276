import Card

extension EFFPLMN: VectoredFile {
  /// 3GPP TS 31.102 §4.2.16.
  static let vectors = [
    Vector("64F010 64F030 FFFFFF FFFFFF", #"{"plmns":["46001","46003"]}"#),
    // Blank places may stand anywhere.
    Vector("64F010 FFFFFF 64F030 FFFFFF", #"{"plmns":["46001","46003"]}"#, isCanonical: false),
    Vector("64F010 FFFFFF FFFFFF FFFFFF 64F0", #"{"plmns":["46001"]}"#, isCanonical: false),
  ]

  static let refusals = ["", "64F0"]
}
