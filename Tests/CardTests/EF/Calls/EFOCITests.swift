import Card

extension EFOCI: VectoredFile {
  /// 3GPP TS 31.102 §4.2.34.
  static let vectors = [
    Vector(
      "4A6F 08 91 683119325476F8FFFFFF FF FF 62113271050023 000030 FFFFFF",
      #"""
      {"duration":48,"name":"Jo","number":"+8613912345678",
      "time":"2026-11-23T17:50:00+08:00"}
      """#),
    // Bit 4 of the last byte is the sign.
    Vector(
      "08 91 683119325476F8FFFFFF FF FF 6211327105000A 000001 FFFFFF",
      #"{"duration":1,"number":"+8613912345678","time":"2026-11-23T17:50:00-05:00"}"#),
    // There is no thirteenth month.
    Vector(
      "08 91 683119325476F8FFFFFF FF FF 62313271050023 000001 FFFFFF",
      #"{"duration":1,"number":"+8613912345678"}"#),
  ]

  static let refusals = ["", "FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFF"]
}
