import Card

extension EF5GSN3GPPLOCI: VectoredFile {
  /// 3GPP TS 31.102 §4.4.11.3.
  static let vectors = [
    Vector(
      "000BF2 FFFFFFFFFFFFFFFFFFFF FFFFFF FFFFFE 02",
      #"""
      {"area":"deleted","hasIdentity":false,"hasIdentityHeader":true,
      "status":"roamingNotAllowed","trackingAreaCode":16777214}
      """#)
  ]

  static let refusals = [""]
}
