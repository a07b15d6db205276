import Card

extension EFPhase: VectoredFile {
  /// 3GPP TS 51.011 §10.3.19.
  static let vectors = [
    Vector("00", #"{"code":0,"phase":"phase1"}"#),
    Vector("02", #"{"code":2,"phase":"phase2"}"#),
    Vector("03", #"{"code":3,"phase":"phase2WithProfileDownload"}"#),
    Vector("04", #"{"code":4,"phase":"later"}"#),
  ]

  static let refusals = [""]
}
