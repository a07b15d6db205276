import Card

extension EFICI: VectoredFile {
  /// 3GPP TS 31.102 §4.2.33.
  static let vectors = [
    // No number, no offset from UTC, no duration.
    Vector(
      "FFFFFFFF FFFFFFFF FFFFFFFF FFFF 422092900310FF FFFFFF 01 FFFFFF",
      #"{"isAnswered":false,"time":"2024-02-29T09:30:01"}"#),
    Vector(
      "08 91 683119325476F8FFFFFF FF FF 62113271050023 000030 00 FFFFFF",
      #"""
      {"duration":48,"isAnswered":true,"number":"+8613912345678",
      "time":"2026-11-23T17:50:00+08:00"}
      """#),
  ]

  static let refusals = ["", "FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFF"]
}
