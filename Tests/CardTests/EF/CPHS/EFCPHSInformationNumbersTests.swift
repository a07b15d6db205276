import Card

extension EFCPHSInformationNumbers: VectoredFile {
  /// CPHS 4.2.
  static let vectors = [
    Vector(
      "03 31 42616C 04 81 1A00FB FF",
      #"{"isNetworkSpecific":true,"isPremium":true,"level":1,"name":"Bal","number":"*100#"}"#),
    // A heading.
    Vector(
      "04 01 48656C70 FF FF",
      #"{"isNetworkSpecific":false,"isPremium":false,"level":1,"name":"Help"}"#),
  ]

  static let refusals = ["", "FFFF", "0431"]
}
