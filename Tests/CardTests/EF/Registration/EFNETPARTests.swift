import Card

extension EFNETPAR: VectoredFile {
  /// 3GPP TS 31.102 §4.2.57.
  static let vectors = [
    Vector(
      "A0 08 80 02 1234 81 02 1236 A1 06 80 04 2AF8 0101 FFFF",
      #"""
      {"cells":[{"frequency":932000,"technology":"gsm"},{"frequency":2200000,
      "technology":"utranFDD"}]}
      """#),
    Vector("A2 04 80 02 FFFF", #"{"cells":[{"technology":"utranTDD"}]}"#),
    Vector("FFFF", #"{"cells":[]}"#),
  ]

  static let refusals = ["A0", "A00480", "A003800112"]
}
