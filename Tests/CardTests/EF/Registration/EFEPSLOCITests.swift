import Card

extension EFEPSLOCI: VectoredFile {
  /// 3GPP TS 31.102 §4.2.91.
  static let vectors = [
    // As it leaves the factory.
    Vector(
      "FFFFFFFFFFFFFFFFFFFFFFFF FFFFFF 0000 01",
      #"""
      {"area":"unused","hasIdentity":false,"hasIdentityHeader":false,
      "status":"notUpdated","trackingAreaCode":0}
      """#),
    Vector(
      "0BF6 64F000 8001 02 C1020304 64F010 3344 00",
      #"""
      {"area":"valid","hasIdentity":true,"hasIdentityHeader":true,"identityPLMN":"46000",
      "plmn":"46001","status":"updated","trackingAreaCode":13124}
      """#),
    // Refused: the phone left the header. There is no 2 that means a network, and no 3.
    Vector(
      "0BF6 FFFFFFFFFFFFFFFFFFFF FFFFFF FFFE 02",
      #"""
      {"area":"deleted","hasIdentity":false,"hasIdentityHeader":true,
      "status":"roamingNotAllowed","trackingAreaCode":65534}
      """#),
    Vector(
      "0BF6 FFFFFFFFFFFFFFFFFFFF 64F000 FFFE 03",
      #"""
      {"area":"deleted","hasIdentity":false,"hasIdentityHeader":true,"plmn":"46000",
      "status":"reserved","trackingAreaCode":65534}
      """#),
  ]

  static let refusals = ["", "0BF6 64F000 8001 02 C1020304 64F010 3344"]
}
