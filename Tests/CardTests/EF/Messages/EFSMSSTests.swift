import Card

extension EFSMSS: VectoredFile {
  /// 3GPP TS 31.102 §4.2.28.
  static let vectors = [
    Vector("05FF", #"{"isMemoryExceeded":false,"lastReference":5}"#),
    // Bit 1 is 0 when the memory was full.
    Vector("FFFE", #"{"isMemoryExceeded":true,"lastReference":255}"#),
  ]

  static let refusals = ["", "05"]
}
