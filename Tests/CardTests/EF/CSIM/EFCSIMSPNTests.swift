import Card

extension EFCSIMSPN: VectoredFile {
  /// 3GPP2 C.S0023 §3.4.31.
  static let vectors = [
    Vector(
      "01 08 01 54657374 FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF",
      #"{"encoding":8,"isShownAtHome":true,"language":1,"name":"Test"}"#),
    Vector(
      "00 04 06 4E2D56FD FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF",
      #"{"encoding":4,"isShownAtHome":false,"language":6,"name":"中国"}"#),
  ]

  static let refusals = ["", "0108"]
}
