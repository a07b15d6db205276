import Card

extension EFIST: VectoredFile {
  /// 3GPP TS 31.103 §4.2.7.
  static let vectors = [
    Vector(
      "91",
      #"{"names":["pCSCFAddress","pCSCFDiscovery","messagesOverIP"],"services":[1,5,8]}"#)
  ]

  static let refusals = [""]

  static let ignoresFilling = false
}
