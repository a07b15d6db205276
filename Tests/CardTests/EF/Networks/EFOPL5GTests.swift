import Card

extension EFOPL5G: VectoredFile {
  /// 3GPP TS 31.102 §4.4.11.9.
  static let vectors = [
    Vector(
      "64F000 000000 FFFFFE 02",
      #"{"firstArea":0,"lastArea":16777214,"nameRecord":2,"plmn":"46000"}"#)
  ]

  static let refusals = ["", "64F000 000000 FFFF"]
}
