import Card

extension EFPL: VectoredFile {
  /// ETSI TS 102 221 §13.3.
  static let vectors = [
    Vector("7A68 656E FFFF", #"{"languages":["zh","en"]}"#),
    Vector("FFFF 6465", #"{"languages":["de"]}"#, isCanonical: false),
  ]

  static let refusals = ["", "65"]
}
