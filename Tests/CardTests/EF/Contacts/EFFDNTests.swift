import Card

extension EFFDN: VectoredFile {
  /// 3GPP TS 31.102 §4.2.24.
  static let vectors = [
    // Twenty digits, and more in the extension.
    Vector(
      "FFFF 0B 81 10325476981032547698 01 02",
      #"{"capabilityRecord":1,"extensionRecord":2,"number":"01234567890123456789"}"#)
  ]

  static let refusals = [""]
}
