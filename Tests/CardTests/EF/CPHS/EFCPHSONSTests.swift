import Card

extension EFCPHSONS: VectoredFile {
  /// CPHS 4.2.
  static let vectors = [
    Vector("4F70 FFFF", #"{"name":"Op"}"#)
  ]

  static let refusals = [""]
}
