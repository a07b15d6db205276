import Card

extension EFLOCI: VectoredFile {
  /// 3GPP TS 31.102 §4.2.17.
  static let vectors = [
    // As it leaves the factory: the network may be the home network.
    Vector(
      "FFFFFFFF 64F000 0000 FF 01",
      #"""
      {"area":"unused","hasIdentity":false,"locationAreaCode":0,"plmn":"46000",
      "status":"notUpdated"}
      """#),
    Vector(
      "A1B2C3D4 64F010 1234 FF 00",
      #"""
      {"area":"valid","hasIdentity":true,"locationAreaCode":4660,"plmn":"46001",
      "status":"updated"}
      """#),
    // Refused: a deleted area has code FFFE.
    Vector(
      "FFFFFFFF FFFFFF FFFE FF 02",
      #"""
      {"area":"deleted","hasIdentity":false,"locationAreaCode":65534,
      "status":"plmnNotAllowed"}
      """#),
    Vector(
      "FFFFFFFF 64F010 FFFE FF 03",
      #"""
      {"area":"deleted","hasIdentity":false,"locationAreaCode":65534,"plmn":"46001",
      "status":"locationAreaNotAllowed"}
      """#),
    // Only bits 3 to 1 of the status count.
    Vector(
      "A1B2C3D4 64F010 1234 00 F9",
      #"""
      {"area":"valid","hasIdentity":true,"locationAreaCode":4660,"plmn":"46001",
      "status":"notUpdated"}
      """#),
    Vector(
      "FFFFFFFF FFFFFF FFFF FF 07",
      #"{"area":"unused","hasIdentity":false,"locationAreaCode":65535,"status":"reserved"}"#),
  ]

  static let refusals = ["", "FFFFFFFF 64F000 0000 FF"]
}
