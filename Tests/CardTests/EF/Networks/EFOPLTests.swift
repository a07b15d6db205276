import Card

extension EFOPL: VectoredFile {
  /// 3GPP TS 31.102 §4.2.59.
  static let vectors = [
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
  ]

  static let refusals = ["", "64F000", "FFFFFF 0000 0000 00"]
}
