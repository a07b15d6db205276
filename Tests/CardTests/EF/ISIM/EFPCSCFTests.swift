import Card

extension EFPCSCF: VectoredFile {
  /// 3GPP TS 31.103 §4.2.8.
  static let vectors = [
    Vector("80 0C 00 696D732E6578616D706C65 FF", #"{"address":"ims.example"}"#),
    Vector("80 05 01 C0000201", #"{"address":"192.0.2.1"}"#),
    Vector("80 11 02 20010DB8000000000000000000000001", #"{"address":"2001:db8:0:0:0:0:0:1"}"#),
  ]

  static let refusals = ["", "8000", "80020300", "800401C00002"]
}
