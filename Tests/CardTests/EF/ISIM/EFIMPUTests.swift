import Card

extension EFIMPU: VectoredFile {
  /// 3GPP TS 31.103 §4.2.4.
  static let vectors = [
    Vector("80 0F 7369703A7540612E6578616D706C65 FFFF", #"{"identity":"sip:u@a.example"}"#)
  ]

  static let refusals = ["", "800F"]
}
