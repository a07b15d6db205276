import Card

extension EF5GSN3GPPNSC: VectoredFile {
  /// 3GPP TS 31.102 §4.4.11.5.
  static let vectors = [
    Vector("A0 03 80 01 07", #"{"hasKey":false,"isValid":false,"keySetIdentifier":7}"#)
  ]

  static let refusals = [""]
}
