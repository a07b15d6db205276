import Card

extension EFPSISMSC: VectoredFile {
  /// 3GPP TS 31.102 §4.5.9.
  static let vectors = [
    Vector("80 12 74656C3A2B38363133383030313030353030 FFFF", #"{"uri":"tel:+8613800100500"}"#)
  ]

  static let refusals = ["", "8005", "8100"]
}
