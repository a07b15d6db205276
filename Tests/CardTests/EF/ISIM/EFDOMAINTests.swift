import Card

extension EFDOMAIN: VectoredFile {
  /// 3GPP TS 31.103 §4.2.3.
  static let vectors = [
    Vector("80 0B 696D732E6578616D706C65", #"{"domain":"ims.example"}"#)
  ]

  static let refusals = ["", "800B"]
}
