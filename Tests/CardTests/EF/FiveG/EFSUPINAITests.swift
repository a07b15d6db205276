import Card

extension EFSUPINAI: VectoredFile {
  /// 3GPP TS 31.102 §4.4.11.10.
  static let vectors = [
    Vector("80 0B 7540612E6578616D706C65 FFFF", #"{"networkSpecificIdentifier":"u@a.example"}"#),
    Vector(
      "81 0B 7540612E6578616D706C65 82 0B 7540612E6578616D706C65",
      #"{"globalCableIdentifier":"u@a.example","globalLineIdentifier":"u@a.example"}"#),
  ]

  static let refusals = ["80", "800B"]
}
