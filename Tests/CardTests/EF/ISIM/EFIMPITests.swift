import Card

extension EFIMPI: VectoredFile {
  /// 3GPP TS 31.103 §4.2.2.
  static let vectors = [
    Vector("80 0B 7540612E6578616D706C65 FFFF", #"{"identity":"u@a.example"}"#)
  ]

  static let refusals = ["", "800B", "8100"]
}
