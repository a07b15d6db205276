import Card

extension EFMWIS: VectoredFile {
  /// 3GPP TS 31.102 §4.2.63.
  static let vectors = [
    Vector(
      "03 02 01 00 00 00",
      #"""
      {"email":{"count":0,"isWaiting":false},"fax":{"count":1,"isWaiting":true},
      "other":{"count":0,"isWaiting":false},"videomail":{"count":0,"isWaiting":false},
      "voicemail":{"count":2,"isWaiting":true}}
      """#),
    // Without video mail.
    Vector(
      "0C 00 00 04 05",
      #"""
      {"email":{"count":4,"isWaiting":true},"fax":{"count":0,"isWaiting":false},
      "other":{"count":5,"isWaiting":true},"voicemail":{"count":0,"isWaiting":false}}
      """#),
    Vector(
      "10 00 00 00 00 03 FF",
      #"""
      {"email":{"count":0,"isWaiting":false},"fax":{"count":0,"isWaiting":false},
      "other":{"count":0,"isWaiting":false},"videomail":{"count":3,"isWaiting":true},
      "voicemail":{"count":0,"isWaiting":false}}
      """#),
  ]

  static let refusals = ["", "03 02 01 00"]
}
