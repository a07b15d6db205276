import Card

extension EFPSLOCI: VectoredFile {
  /// 3GPP TS 31.102 §4.2.23.
  static let vectors = [
    // As it leaves the factory.
    Vector(
      "FFFFFFFF FFFFFF 64F000 0000 FF 01",
      #"""
      {"area":"unused","hasIdentity":false,"locationAreaCode":0,"plmn":"46000",
      "routingAreaCode":255,"status":"notUpdated"}
      """#),
    Vector(
      "C0000001 123456 64F010 2233 05 00",
      #"""
      {"area":"valid","hasIdentity":true,"locationAreaCode":8755,"plmn":"46001",
      "routingAreaCode":5,"status":"updated"}
      """#),
    Vector(
      "FFFFFFFF FFFFFF FFFFFF FFFE FF 03",
      #"""
      {"area":"deleted","hasIdentity":false,"locationAreaCode":65534,
      "routingAreaCode":255,"status":"routingAreaNotAllowed"}
      """#),
    Vector(
      "FFFFFFFF FFFFFF FFFFFF FFFE FF 02",
      #"""
      {"area":"deleted","hasIdentity":false,"locationAreaCode":65534,
      "routingAreaCode":255,"status":"plmnNotAllowed"}
      """#),
  ]

  static let refusals = ["", "FFFFFFFF FFFFFF 64F000 0000 FF"]
}
