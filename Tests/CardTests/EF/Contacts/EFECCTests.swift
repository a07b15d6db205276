import Card

extension EFECC: VectoredFile {
  /// 3GPP TS 31.102 §4.2.21.
  static let vectors = [
    Vector("11F2FF FFFF 00", #"{"number":"112","services":[]}"#),
    Vector("11F0FF 506F 01", #"{"name":"Po","number":"110","services":["police"]}"#),
    // Bits, not ordinals.
    Vector("11F9FF 06", #"{"number":"119","services":["ambulance","fireBrigade"]}"#),
    Vector("11F2FF 60", #"{"number":"112","services":["manualECall","automaticECall"]}"#),
  ]

  static let refusals = ["", "11F2FF"]
}
