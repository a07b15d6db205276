import Card

extension EF5GS3GPPLOCI: VectoredFile {
  /// 3GPP TS 31.102 §4.4.11.2.
  static let vectors = [
    // As it leaves the factory.
    Vector(
      "FFFFFFFFFFFFFFFFFFFFFFFFFF 64F000 000000 01",
      #"""
      {"area":"unused","hasIdentity":false,"hasIdentityHeader":false,"plmn":"46000",
      "status":"notUpdated","trackingAreaCode":0}
      """#),
    Vector(
      "000BF2 64F000 010041 C5060708 64F000 001122 00",
      #"""
      {"area":"valid","hasIdentity":true,"hasIdentityHeader":true,"identityPLMN":"46000",
      "plmn":"46000","status":"updated","trackingAreaCode":4386}
      """#),
  ]

  static let refusals = ["", "000BF2 64F000 010041 C5060708 64F000 001122"]
}
