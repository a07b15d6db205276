import Card

extension EFACM: VectoredFile {
  /// 3GPP TS 31.102 §4.2.9.
  static let vectors = [
    Vector("00007B", #"{"units":123}"#)
  ]

  static let refusals = ["", "0000"]
}
